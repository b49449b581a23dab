using System.Text.RegularExpressions;
using DropoutLessons.Kernel;
using Microsoft.Playwright;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Goes through three lessons in classic Notebook as a new learner does, typing: stubs first, a slip, wrong answers, a hint, then right answers.</summary>
/// <param name="frontEnd">the application</param>
public sealed class LearnersPathTests(ClassicNotebook frontEnd) : IClassFixture<ClassicNotebook>, IAsyncDisposable
{
    private static readonly LocatorAssertionsToHaveCountOptions s_slow = new() { Timeout = 120_000 };

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
        var cells = Notebook.Load(TestFiles.At("notebooks", $"{lesson}.ipynb")).Cells.Where(cell => cell.IsCode).Select(cell => cell.Id).ToList();
        File.Copy(TestFiles.At("notebooks", $"{lesson}.ipynb"), Path.Combine(frontEnd.Folder, $"{lesson}.ipynb"));
        var page = await frontEnd.OpenAsync($"{lesson}.ipynb");
        await frontEnd.RunAllAsync(page);
        await Assertions.Expect(Verdicts(page).Filter(new() { HasText = "○" })).ToHaveCountAsync(said.Length, s_slow);
        await frontEnd.ScreenshotAsync(page, $"{lesson}-stubs", whole: true);

        await AnswerAsync(page, cells.IndexOf(wrong[0]), wrong[1].TrimEnd(';'));
        await Assertions.Expect(frontEnd.Output(page, cells.IndexOf(wrong[0]))).ToContainTextAsync("CS1002", new() { Timeout = s_slow.Timeout });
        await frontEnd.ScreenshotAsync(page, $"{lesson}-slip");
        for (int i = 0; i < said.Length; i++)
            await CheckAsync(page, cells.IndexOf(wrong[2 * i]), wrong[(2 * i) + 1], $"✘.*{said[i]}");
        await Verdicts(page).Locator("summary").Last.ClickAsync();
        await page.Locator("summary:visible", new() { HasText = "Hint" }).Last.ClickAsync();
        await frontEnd.ScreenshotAsync(page, $"{lesson}-wrong", whole: true);

        for (int i = 0; i < said.Length; i++)
            await CheckAsync(page, cells.IndexOf(wrong[2 * i]), solution.Cells.First(cell => cell.Id == $"{wrong[2 * i]}-solved").Source, "✔ Right");
        await frontEnd.SaveAsync(page);
        await frontEnd.ScreenshotAsync(page, $"{lesson}-right", whole: true);
        Assert.Empty(frontEnd.External);
    }

    public async ValueTask DisposeAsync() => await frontEnd.ClosePagesAsync();

    private ILocator Verdicts(IPage page) => frontEnd.Drawing(page).GetByRole(AriaRole.Status);

    // A check stands right below its answer.
    private async Task CheckAsync(IPage page, int cell, string answer, string verdict)
    {
        await AnswerAsync(page, cell, answer);
        await frontEnd.EnterAsync(page, cell + 1);
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(frontEnd.Output(page, cell + 1)).ToContainTextAsync(new Regex(verdict, RegexOptions.Singleline), new() { Timeout = s_slow.Timeout });
    }

    private async Task AnswerAsync(IPage page, int cell, string answer)
    {
        await frontEnd.EnterAsync(page, cell);
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.InsertTextAsync(answer);
        await page.Keyboard.PressAsync("Control+Enter");
    }
}
