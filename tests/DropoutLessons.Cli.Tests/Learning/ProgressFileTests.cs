using DropoutLessons.Cli.Learning;

namespace DropoutLessons.Cli.Tests.Learning;

/// <summary>Breaks the file of the progress, and writes it from several sides at once.</summary>
public sealed class ProgressFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private ProgressFile File => new(_folder.Path, TimeProvider.System);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_saved_is_read_again_and_people_can_read_it()
    {
        Assert.Null(File.Update(progress => Count(progress, "01-mask")));

        Assert.Equal(1, File.Read(out string? trouble).Of("01-mask").HintsShown);
        Assert.Null(trouble);
        string text = System.IO.File.ReadAllText(Path.Combine(_folder.Path, "progress.json"));
        Assert.Contains("\n    \"01-mask\": {\n      \"state\": \"open\",", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"schema\": \"dropout-lessons/progress/1\", \"exer")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{ \"schema\": \"dropout-lessons/progress/1\" }")]
    [InlineData("{ \"schema\": \"dropout-lessons/progress/1\", \"exercises\": { \"01-mask\": null } }")]
    [InlineData("{ \"schema\": \"dropout-lessons/progress/1\", \"exercises\": { \"01-mask\": { \"state\": 3 } } }")]
    public void A_broken_file_is_kept_and_explained(string text)
    {
        _folder.Write("progress.json", text);

        var progress = File.Read(out string? trouble);

        Assert.Empty(progress.Exercises);
        Assert.Matches(@"is broken \(.+\)\. It is kept as .*kept.progress \d{4}-.*\.json; progress is made again from the notebooks\.", trouble);
        Assert.Equal(text, System.IO.File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(_folder.Path, "kept")))));
    }

    [Fact]
    public void A_file_of_a_newer_version_is_left_alone()
    {
        string text = "{ \"schema\": \"dropout-lessons/progress/2\", \"new\": 1 }";
        _folder.Write("progress.json", text);

        Assert.Contains("dropout-lessons/progress/2", Assert.Throws<UnusableInputException>(() => File.Read(out _)).Message, StringComparison.Ordinal);
        Assert.Contains("was not saved", File.Update(progress => progress), StringComparison.Ordinal);
        Assert.Equal(text, System.IO.File.ReadAllText(Path.Combine(_folder.Path, "progress.json")));
    }

    [Fact]
    public void Writers_at_the_same_time_lose_nothing_of_each_others()
    {
        Parallel.For(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ => Assert.Null(File.Update(progress => Count(progress, "01-mask"))));

        Assert.Equal(40, File.Read(out _).Of("01-mask").HintsShown);
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path), file => file.EndsWith(".saving", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_processes_at_once_do_no_harm_and_lost_progress_is_made_again_from_the_notebooks()
    {
        using var course = new Course();
        course.Answer("kept", "int? kept = 7;");
        course.Answer("threshold", "bool? comesBack = false;");
        System.IO.File.WriteAllText(course.ProgressJson, "{ torn");

        var rebuilt = await course.RunAsync("list");
        var both = await Task.WhenAll(course.RunAsync("hint"), course.RunAsync("hint"));

        Assert.Contains("is broken", rebuilt.Error, StringComparison.Ordinal);
        Assert.Contains("2 of 3 exercises right", rebuilt.Out, StringComparison.Ordinal);
        Assert.All(both, run => Assert.True(run.ExitCode == 0, run.Error));
        Assert.Equal(2, new ProgressFile(course.Notebooks, TimeProvider.System).Read(out _).Of("01-mask").HintsShown);
    }

    private static Progress Count(Progress progress, string id)
    {
        progress.Exercises[id] = progress.Of(id) with { HintsShown = progress.Of(id).HintsShown + 1 };
        return progress;
    }
}
