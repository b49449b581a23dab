using System.IO.Compression;
using Microsoft.Playwright;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Takes a lesson in VS Code from the list to the right answer, and holds the package to what it may hold.</summary>
public sealed class VSCodeLessonTests(VSCodeWithLessons code) : IClassFixture<VSCodeWithLessons>, IAsyncDisposable
{
    private const string Lesson = "15-dropout-forward";

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_lesson_is_opened_answered_wrongly_hinted_at_answered_rightly_and_reset(ColorScheme scheme)
    {
        string notebooks = Path.Combine(code.Folder, "notebooks");
        CopyLessons(notebooks);
        NotebookFile.Write(Path.Combine(code.Folder, "start.ipynb"), "1 + 1");
        var page = await code.OpenAsync("start.ipynb", scheme);
        var lessons = await VSCodeWithLessons.LessonsAsync(page);
        await lessons.Filter(new() { HasText = "The forward pass of dropout" }).ClickAsync();
        var answer = page.Locator(".notebookOverlay .code-cell-row").Filter(new() { HasText = "dropout_forward(double" });
        await code.GrowAsync(page);
        await Assertions.Expect(answer.GetByText("Check", new() { Exact = true })).ToBeVisibleAsync();

        await TypeAsync(page, answer, "return x;");
        await answer.GetByText("Check", new() { Exact = true }).ClickAsync();
        var verdict = code.Drawing(page).Locator("[role=status]").Filter(new() { HasText = "✘" });
        await Assertions.Expect(verdict.First).ToBeVisibleAsync();
        await Assertions.Expect(answer.Locator(".squiggly-warning").First).ToBeAttachedAsync();
        await answer.GetByText("Hint", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(code.Drawing(page).GetByText("Hint 1 of").First).ToBeVisibleAsync();
        await answer.GetByText("Hint", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(code.Drawing(page).GetByText("Hint 2 of").First).ToBeVisibleAsync();
        await code.ScreenshotAsync(page, $"wrong-{scheme}".ToLowerInvariant());

        await TypeAsync(page, answer, "if (deterministic >= 0.5 || rate <= 0) return x; double p = 1 - rate; var mask = new Rngs((long)seed).Dropout().Bernoulli(p, x.Length); return x.Select((v, i) => mask[i] ? v / (float)p : 0f).ToArray();");
        await answer.GetByText("Check", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(code.Drawing(page).Locator("[role=status]").Filter(new() { HasText = "✔" }).First).ToBeVisibleAsync();
        await Assertions.Expect(answer.Locator(".squiggly-warning")).ToHaveCountAsync(0);
        await Assertions.Expect(lessons.Filter(new() { HasText = "The forward pass of dropout" })).ToContainTextAsync("1 of 1");
        await code.ScreenshotAsync(page, $"right-{scheme}".ToLowerInvariant());

        await answer.GetByText("Reset", new() { Exact = true }).ClickAsync();
        await page.Locator(".monaco-dialog-box .monaco-button").Filter(new() { HasText = "Reset" }).ClickAsync();
        await Assertions.Expect(answer).ToContainTextAsync("TODO");
        string kept = Assert.Single(Directory.GetFiles(Path.Combine(notebooks, "kept")));
        Assert.StartsWith(Lesson, Path.GetFileName(kept), StringComparison.Ordinal);
        Assert.Contains("Bernoulli(p, x.Length)", File.ReadAllText(kept), StringComparison.Ordinal);
        Assert.Empty(code.External);
    }

    [Fact]
    public void The_package_is_small_and_holds_what_it_needs_and_no_more()
    {
        RequiredTool.NeedMade(VSCodeWithLessons.Package, "src/DropoutLessons.VSCode/pack");
        using var package = ZipFile.OpenRead(VSCodeWithLessons.Package);
        string[] files = [.. package.Entries.Select(entry => entry.FullName)];
        string[] own = [.. files.Where(file => !file.StartsWith("extension/tool/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

        Assert.True(new FileInfo(VSCodeWithLessons.Package).Length < 40_000_000);
        Assert.Equal(
            ["[Content_Types].xml", "extension.vsixmanifest", "extension/LICENSE.txt", "extension/THIRD-PARTY-NOTICES.md", "extension/media/check.md", "extension/media/lessons.svg", "extension/media/open.md",
                "extension/media/run.md", .. Scripts(), "extension/package.json", "extension/readme.md"], own, StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain(files, file => Path.GetExtension(file) is ".pdb" or ".map" or ".ts");
        Assert.Contains("extension/tool/DropoutLessons.Cli.dll", files);
        using var notices = new StreamReader(package.GetEntry("extension/THIRD-PARTY-NOTICES.md")!.Open());
        string named = notices.ReadToEnd();
        Assert.All(["Plotly.NET ", "NetMQ ", "Microsoft.CodeAnalysis.CSharp ", "System.CommandLine ", "MathNet.Numerics "], name => Assert.Contains($"## {name}", named, StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => new(code.ClosePagesAsync());

    private static IEnumerable<string> Scripts() =>
        Directory.EnumerateFiles(TestFiles.At("src", "DropoutLessons.VSCode", "src"), "*.ts").Select(file => $"extension/out/src/{Path.GetFileNameWithoutExtension(file)}.js").Order(StringComparer.Ordinal);

    private static async Task TypeAsync(IPage page, ILocator cell, string body)
    {
        await cell.Locator(".view-lines").ClickAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.InsertTextAsync($"float[] dropout_forward(double seed, float[] x, double rate, double deterministic) {{ {body} }}");
    }

    private static void CopyLessons(string target)
    {
        string source = TestFiles.At("notebooks");
        if (Directory.Exists(target))
            Directory.Delete(target, recursive: true);
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "progress.json"))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
