using DropoutLessons.Cli.Authoring;
using DropoutLessons.Cli.Learning;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Builds every lesson anew and compares; runs every learner's copy as it is handed out.</summary>
public sealed class LessonBuildTests
{
    public static TheoryData<string> Lessons => [.. LessonSource.All(TestFiles.At("notebooks")).Select(lesson => lesson.Id)];

    [Fact]
    public async Task Every_file_is_what_its_source_gives_every_claim_holds_and_every_solution_is_accepted()
    {
        var run = await ToolRun.OfAsync("dotnet", [KernelHome.Tool, "author", "build", "--check"], TestFiles.Repository);

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Every_stub_is_told_from_an_answer(string id)
    {
        string notebooks = TestFiles.At("notebooks");

        var seen = await LessonChecker.CheckAsync(LessonSource.Find(LessonSource.All(notebooks), id), notebooks, (_, _) => { }, TestContext.Current.CancellationToken);

        Assert.NotEmpty(seen.Exercises);
        Assert.All(seen.Exercises, exercise => Assert.True(exercise is { State: ExerciseState.Open, IsTry: false }, $"{exercise.Id}: {exercise.Message}"));
    }
}
