using Microsoft.Playwright;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Writes the book and looks at it in a browser.</summary>
public sealed class BookTests(KernelHome home) : IClassFixture<KernelHome>
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_book_shows_live_pictures_and_a_verdict_without_any_network(ColorScheme scheme)
    {
        string book = Path.Combine(home.Folder, $"book {scheme}");
        var run = await ToolRun.OfAsync("dotnet", [KernelHome.Tool, "--book", book], TestFiles.Repository, home.Environment);
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.Contains(Path.Combine(book, "index.html"), run.Out, StringComparison.Ordinal);
        Assert.Matches(@"15-dropout-forward\.ipynb.*Not solved yet", run.Out);
        Assert.Matches(@"solutions/15-dropout-forward\.ipynb.*Right: every bit", run.Out);

        await using var browser = await Browser.StartAsync();
        var page = await browser.PageAsync(scheme);
        await page.GotoAsync(new Uri(Path.Combine(book, "index.html")).AbsoluteUri);
        await page.GetByRole(AriaRole.Link, new() { Name = "The forward pass of dropout" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".dl-live .main-svg").Nth(5)).ToBeAttachedAsync(new() { Timeout = 60_000 });
        await Browser.ScreenshotAsync(page, $"book-{scheme}".ToLowerInvariant());

        Assert.Equal(3, await page.Locator(".dl-live:visible").CountAsync());
        Assert.Equal(0, await page.Locator(".dl-still:visible").CountAsync());
        Assert.Equal(64, await page.Locator(".dl-picture").First.EvaluateAsync<int>("picture => picture.querySelector('.dl-live').data[0].z.flat().length"));
        Assert.True(await page.Locator("math").CountAsync() >= 3);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Not solved yet");
        Assert.Empty(browser.External);
    }
}
