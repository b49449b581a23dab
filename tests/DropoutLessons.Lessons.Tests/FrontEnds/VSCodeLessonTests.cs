using Microsoft.Playwright;
using static DropoutLessons.Lessons.Tests.VSCodeWithLessons;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Takes a lesson in VS Code from the list to the right answer, and back to the start.</summary>
/// <param name="code">VS Code with our extension, in a fresh profile</param>
public sealed class VSCodeLessonTests(VSCodeWithLessons code) : IClassFixture<VSCodeWithLessons>, IAsyncDisposable
{
    private const string Lesson = "01-mask", Title = "A mask is a comparison";

    [Fact]
    public async Task A_lesson_is_run_answered_wrongly_hinted_at_answered_rightly_and_reset()
    {
        string notebooks = code.CopyLessons();
        NotebookFile.Write(Path.Combine(code.Folder, "start.ipynb"), "1 + 1");
        var page = await code.OpenAsync("start.ipynb");
        var lesson = (await LessonsAsync(page)).Filter(new() { HasText = Title });
        await lesson.ClickAsync();
        var answer = CellWith(page, "Mask(float");
        await page.SetViewportSizeAsync(1100, 5000);
        var drawing = code.Drawing(page);
        var (verdict, hints) = (drawing.Locator("[role=status].dl-check"), drawing.Locator("[role=status].dl-hints p"));

        await code.RunAllAsync(page);
        await Assertions.Expect(drawing.GetByRole(AriaRole.Status).Filter(new() { HasText = "○" })).ToHaveCountAsync(3, new() { Timeout = 180_000 });
        await Pictures.AssertLiveAsync(drawing, 2);
        var threshold = drawing.GetByRole(AriaRole.Slider, new() { Name = "rate", Exact = true });
        string before = await drawing.GetByLabel("State").InputValueAsync();
        await threshold.PressAsync("ArrowLeft");
        await Assertions.Expect(drawing.GetByLabel("State")).Not.ToHaveValueAsync(before);

        await ScrollToAsync(page, CellWith(page, "Check.Answer"));
        await TypeAsync(page, "v < rate");
        await PressAsync(answer, "Check");
        await Assertions.Expect(verdict).ToContainTextAsync("compares with rate");
        // What the check said when it was last run is gone; the two others stand.
        await Assertions.Expect(drawing.GetByRole(AriaRole.Status).Filter(new() { HasText = "○" })).ToHaveCountAsync(2);
        await Assertions.Expect(answer.Locator(".squiggly-warning").First).ToBeAttachedAsync();
        await PressAsync(answer, "Hint");
        await Assertions.Expect(hints).ToHaveCountAsync(1);
        await PressAsync(answer, "Hint");
        await Assertions.Expect(hints).ToHaveCountAsync(2);
        await Assertions.Expect(hints.Last).ToContainTextAsync("Hint 2 of");
        await code.ScreenshotInBothThemesAsync(page, "wrong");

        await TypeAsync(page, "v < 1 - rate");
        await PressAsync(answer, "Check");
        await Assertions.Expect(verdict).ToContainTextAsync("✔");
        await Assertions.Expect(answer.Locator(".squiggly-warning")).ToHaveCountAsync(0);
        await Assertions.Expect(lesson).ToContainTextAsync("1 of 3");
        await code.ScreenshotInBothThemesAsync(page, "right");

        await PressAsync(answer, "Reset");
        await page.Locator(".monaco-dialog-box .monaco-button").Filter(new() { HasText = "Reset" }).ClickAsync();
        await Assertions.Expect(answer).ToContainTextAsync("TODO");
        await Assertions.Expect(lesson).ToContainTextAsync("0 of 3");
        await code.ScreenshotInBothThemesAsync(page, "reset");
        string kept = Assert.Single(Directory.GetFiles(Path.Combine(notebooks, "kept")));
        Assert.StartsWith(Lesson, Path.GetFileName(kept), StringComparison.Ordinal);
        Assert.Contains("v < 1 - rate", File.ReadAllText(kept), StringComparison.Ordinal);
        Assert.Empty(code.External);
    }

    [Fact]
    public async Task A_kernel_that_dies_is_said_and_replaced_and_of_two_windows_neither_loses_anything()
    {
        NotebookFile.Write(Path.Combine(code.Folder, "dying.ipynb"), "System.Diagnostics.Process.GetCurrentProcess().Kill();", "40 + 2");
        // As on a desktop: saved by whoever works on it.
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(code.Folder, ".vscode")).FullName, "settings.json"), """{ "files.autoSave": "off" }""");
        string twice = Path.Combine(code.Folder, "twice.ipynb");
        File.Copy(TestFiles.At("notebooks", $"{Lesson}.ipynb"), twice);
        var page = await code.OpenAsync("dying.ipynb");
        await code.RunAsync(page, 0);
        await code.ShowsAsync(page, 0, "The kernel has ended");
        await Assertions.Expect(Notices(page).Filter(new() { HasText = "run the cells above it again first" })).ToBeVisibleAsync();
        await code.ScreenshotInBothThemesAsync(page, "kernel-died");
        await code.RunAsync(page, 1);
        await code.ShowsAsync(page, 1, "42");

        var (one, two) = (await code.OpenAsync("twice.ipynb"), await code.OpenAsync("twice.ipynb"));
        foreach (var window in new[] { one, two })
            await window.SetViewportSizeAsync(1100, 1600);
        await AnswerAsync(two, "int? kept", "int? kept = 5;");
        await AnswerAsync(one, "int? kept", "int? kept = 6;");
        await code.SaveAsync(one);
        await PressAsync(CellWith(two, "kept = 5"), "Check");
        await Assertions.Expect(Notices(two).Filter(new() { HasText = "has been changed by another window" })).ToBeVisibleAsync();
        await code.ScreenshotInBothThemesAsync(two, "two-windows");
        await Assertions.Expect(CellWith(two, "kept = 5")).ToBeAttachedAsync();
        Assert.Contains("kept = 6", File.ReadAllText(twice), StringComparison.Ordinal);
        Assert.Empty(code.External);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => new(code.ClosePagesAsync());

    private static Task TypeAsync(IPage page, string comparison) => AnswerAsync(page, "Mask(float", $"bool[] Mask(float[] u, double rate) =>\n    u.Select(v => {comparison}).ToArray();");
}
