using DropoutLessons.Kernel;
using Microsoft.Playwright;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Goes through three lessons in classic Notebook as a new learner does: stubs first, then wrong answers, then right ones.</summary>
/// <param name="frontEnd">the application</param>
public sealed class LearnersPathTests(ClassicNotebook frontEnd) : IClassFixture<ClassicNotebook>, IAsyncDisposable
{
    /// <summary>Lesson, then wrong answers by cell, then what the verdicts say of them.</summary>
    public static TheoryData<string, string[], string[]> Lessons => new()
    {
        {
            "01-mask",
            ["kept", "int? kept = 4;", "threshold", "bool? comesBack = true;", "answer", "bool[] Mask(float[] u, double rate) => u.Select(v => v < rate).ToArray();"],
            ["counts the numbers below the rate", "only the threshold moves", "compares with rate"]
        },
        {
            "02-rate",
            ["expected", "int? expected = 60;", "half", "bool? differ = true;", "answer", "double KeepProb(string api, double number) => 1 - number;"],
            ["is the number dropped", "both layers compute with the same number", "takes every number for a rate"]
        },
        {
            "03-rescale",
            ["mean", "double? mean = 1.25;", "factor", "double? factor = 1.3;", "answer", "float[] Drop(float[] x, bool[] mask, double rate) => x.Select((v, i) => mask[i] ? v : 0f).ToArray();"],
            ["nothing makes up for them", "adds back what was dropped", "leaves the kept elements as they are"]
        },
    };

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task A_lesson_from_the_stubs_over_wrong_answers_to_right_ones(string lesson, string[] wrong, string[] said)
    {
        var solution = Notebook.Load(TestFiles.At("notebooks", "solutions", $"{lesson}.ipynb"));
        string[] cells = [.. wrong.Where((_, i) => i % 2 == 0)];
        await GoAsync(lesson, "stubs", [], cells.Length, "○");
        var page = await GoAsync(lesson, "wrong", wrong, cells.Length, "✘");
        foreach (string words in said)
            await Assertions.Expect(Verdicts(page).Filter(new() { HasText = words })).ToHaveCountAsync(1);
        await GoAsync(lesson, "right", [.. cells.SelectMany(cell => (string[])[cell, solution.Cells.First(other => other.Id == $"{cell}-solved").Source])], cells.Length, "✔");
        Assert.Empty(frontEnd.External);
    }

    public async ValueTask DisposeAsync() => await frontEnd.ClosePagesAsync();

    private ILocator Verdicts(IPage page) => frontEnd.Drawing(page).GetByRole(AriaRole.Status);

    private async Task<IPage> GoAsync(string lesson, string step, string[] answers, int count, string mark)
    {
        var notebook = Notebook.Load(TestFiles.At("notebooks", $"{lesson}.ipynb"));
        for (int i = 0; i < answers.Length; i += 2)
            notebook.Cells.First(cell => cell.Id == answers[i]).Source = answers[i + 1];
        notebook.Save(Path.Combine(frontEnd.Folder, $"{lesson}-{step}.ipynb"));
        var page = await frontEnd.OpenAsync($"{lesson}-{step}.ipynb");
        await frontEnd.RunAllAsync(page);
        await Assertions.Expect(Verdicts(page).Filter(new() { HasText = mark })).ToHaveCountAsync(count, new() { Timeout = 120_000 });
        await frontEnd.ScreenshotAsync(page, $"{lesson}-{step}", whole: true);
        return page;
    }
}
