using Microsoft.Playwright;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Runs the gallery, which shows every kind of picture, in classic Notebook and as a book.</summary>
public sealed class GalleryTests(ClassicNotebook notebook, KernelHome home) : IClassFixture<ClassicNotebook>, IClassFixture<KernelHome>, IAsyncDisposable
{
    private static readonly int s_kinds = Interactive.Tests.Pictures.SmallPictures.Kinds.Count;

    private static string Source => TestFiles.At("tests", "gallery", "gallery.ipynb");

    [Fact]
    public async Task Classic_Notebook_shows_every_picture_when_it_is_run_and_when_it_is_opened_anew()
    {
        File.Copy(Source, Path.Combine(notebook.Folder, "gallery.ipynb"));
        var page = await notebook.OpenAsync("gallery.ipynb", ColorScheme.Light);
        await notebook.RunAllAsync(page);
        await AssertLiveAsync(page);
        await notebook.SaveAsync(page);
        await notebook.ScreenshotAsync(page, "gallery", whole: true);
        await page.CloseAsync();

        var again = await notebook.OpenAsync("gallery.ipynb");
        await AssertLiveAsync(again);
        var chart = again.Locator(".dl-live").First;
        await chart.PressAsync("ArrowDown");
        await chart.PressAsync("ArrowDown");
        // In the notebook an arrow key would go to the next cell.
        await Assertions.Expect(again.Locator(".dl-read").First).ToHaveTextAsync("row 1, column 0: 0");
        Assert.Empty(notebook.External);
    }

    [Fact]
    public async Task The_book_shows_every_picture()
    {
        RequiredTool.NeedFrontEnd("axe");
        string book = Path.Combine(home.Folder, "book");
        var run = await ToolRun.OfAsync("dotnet", [KernelHome.Tool, "run", Source, "--no-kernel", "--book", book], home.Folder, home.Environment);
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        await using var browser = await Browser.StartAsync();

        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await browser.PageAsync(scheme);
            await page.GotoAsync(new Uri(Path.Combine(book, "gallery.html")).AbsoluteUri);
            await AssertLiveAsync(page);
            Assert.Empty(await Axe.ViolationsAsync(page));
            await Browser.ScreenshotAsync(page, $"gallery-book-{scheme}".ToLowerInvariant());
        }
        Assert.Empty(browser.External);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => new(notebook.ClosePagesAsync());

    private static async Task AssertLiveAsync(IPage page)
    {
        await Assertions.Expect(page.Locator(".dl-live:visible")).ToHaveCountAsync(s_kinds, new() { Timeout = 120_000 });
        await Assertions.Expect(page.Locator(".dl-still:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".dl-key img:visible")).ToHaveCountAsync(1);
    }
}
