using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Opens the book from disk in a browser, as a reader does.</summary>
public sealed partial class BookTests(WrittenBook book) : IAsyncLifetime
{
    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => await book.WrittenAsync;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_page_is_accessible_alive_and_asks_nobody(ColorScheme scheme)
    {
        RequiredTool.NeedFrontEnd("axe");
        await using var browser = await Browser.StartAsync();
        var page = await browser.PageAsync(scheme);
        foreach (string file in book.Pages)
        {
            await page.GotoAsync(new Uri(file).AbsoluteUri);
            await AssertAliveAsync(page, file);

            var violations = await Axe.ViolationsAsync(page);
            Assert.True(violations.Count == 0, $"{file}:\n{string.Join('\n', violations)}");
            if (IsLookedAt().IsMatch(file))
                await Browser.ScreenshotAsync(page, $"book-{Path.GetFileNameWithoutExtension(file)}-{scheme}".ToLowerInvariant());
        }
        Assert.Empty(browser.External);
    }

    [Fact]
    public async Task A_page_has_its_title_its_neighbours_and_nothing_twice()
    {
        await using var browser = await Browser.StartAsync();
        var page = await browser.PageAsync();
        foreach (string file in book.Pages)
        {
            await page.GotoAsync(new Uri(file).AbsoluteUri);

            Assert.Empty(await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[id]')].map(one => one.id).filter((id, i, all) => all.indexOf(id) !== i)"));
            foreach (string href in await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]')].map(link => link.href)"))
                if (new Uri(href) is { IsFile: true } target)
                {
                    Assert.True(File.Exists(target.LocalPath), $"{file} leads to {href}, which is not there");
                    Assert.True(target.Fragment.Length < 2 || target.LocalPath != file || await page.EvaluateAsync<bool>("name => document.getElementById(decodeURIComponent(name)) !== null", target.Fragment[1..]), $"{file} has no {target.Fragment}");
                }
        }
        await page.GotoAsync(new Uri(book.Pages[0]).AbsoluteUri);
        await page.GetByRole(AriaRole.Link, new() { Name = "The forward pass of dropout" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync("The forward pass of dropout");
        await page.GetByRole(AriaRole.Link, new() { Name = "The same in Solutions" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Right: every bit");
        await page.GetByRole(AriaRole.Link, new() { Name = "Contents" }).ClickAsync();
        await Assertions.Expect(page.Locator("main h2").First).ToHaveTextAsync("Lessons");
    }

    [Fact]
    public async Task A_search_by_keyboard_leads_to_the_section_that_holds_the_words()
    {
        await using var browser = await Browser.StartAsync();
        var page = await browser.PageAsync();
        await page.GotoAsync(new Uri(Path.Combine(book.Folder, "solutions", "15-dropout-forward.html")).AbsoluteUri);

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("keep_prob BERNOULLI");
        await Assertions.Expect(page.Locator("#found")).ToContainTextAsync("place");
        await Browser.ScreenshotAsync(page, "book-search");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains('#', StringComparison.Ordinal));
        Assert.True(await page.EvaluateAsync<bool>("() => document.querySelector(decodeURIComponent(location.hash)) !== null"));

        await page.GetByRole(AriaRole.Searchbox).FillAsync("zebra crossing");
        await Assertions.Expect(page.Locator("#found")).ToHaveTextAsync("Nothing found for \"zebra crossing\".");
        Assert.Empty(browser.External);
    }

    [Fact]
    public async Task Code_is_coloured_and_formulas_are_drawn_without_scripts()
    {
        await using var browser = await Browser.StartAsync();
        var page = await browser.PageAsync(withScripts: false);
        await page.GotoAsync(new Uri(Path.Combine(book.Folder, "15-dropout-forward.html")).AbsoluteUri);

        Assert.True(await page.Locator("math").CountAsync() >= 3);
        Assert.True((await page.Locator("math").First.BoundingBoxAsync())!.Height > 20);
        Assert.True(await page.Locator(".code .keyword").CountAsync() >= 8);
        Assert.NotEqual(await ColourAsync(page, ".code .keyword"), await ColourAsync(page, ".code pre"));
        await Assertions.Expect(page.Locator(".code", new() { HasText = "class MyDropout(nnx.Module)" }).Locator(".keyword").First).ToBeAttachedAsync();
        Assert.True(await page.Locator(".dl-still:visible").CountAsync() >= 3);
    }

    [Fact]
    public void The_libraries_of_charts_and_controls_are_in_the_book_once()
    {
        string[] large = [.. Directory.GetFiles(book.Folder, "*.js", SearchOption.AllDirectories).Where(file => new FileInfo(file).Length > 1_000_000)];

        Assert.Equal("assets", Path.GetFileName(Path.GetDirectoryName(Assert.Single(large))));
        Assert.All(book.Pages, page => Assert.DoesNotContain(InlineScript().Matches(File.ReadAllText(page)), script => script.Length > 50_000));
        Assert.All(book.Pages, page => Assert.DoesNotMatch(@"(src|href)=""(https?:)?//", File.ReadAllText(page)));
    }

    [Fact]
    public void The_book_is_printed_as_PDF_where_there_is_a_browser()
    {
        RequiredTool.Need(Browser.Chromium, "chromium");
        string pdf = Path.Combine(book.Folder, "book.pdf");

        Assert.Contains($"As PDF: {pdf}", book.Printed, StringComparison.Ordinal);
        string text = File.ReadAllText(pdf, System.Text.Encoding.Latin1);
        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        Assert.InRange(PageObject().Count(text), book.Pages.Count - 2, 2000);
    }

    private static async Task AssertAliveAsync(IPage page, string file)
    {
        int pictures = await page.Locator(".dl-picture").CountAsync(), controls = await page.Locator(".dl-control").CountAsync();
        if (Path.GetFileName(file) == "print.html")
        {
            Assert.True(await page.Locator(".dl-still:visible").CountAsync() >= pictures + controls && pictures > 3, file);
            return;
        }
        await Assertions.Expect(page.Locator(".dl-live .main-svg:visible").First).ToBeVisibleAsync(new() { Visible = pictures > 0, Timeout = 60_000 });
        await Assertions.Expect(page.Locator(".dl-control .dl-panel svg:visible")).ToHaveCountAsync(controls);
        await Assertions.Expect(page.Locator(".dl-still:visible")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        Assert.Equal(pictures + controls, await page.Locator(".dl-picture table, .dl-control table").CountAsync());
    }

    private static Task<string> ColourAsync(IPage page, string what) => page.Locator(what).First.EvaluateAsync<string>("one => getComputedStyle(one).color");

    [GeneratedRegex("index|15-dropout|print")]
    private static partial Regex IsLookedAt();

    [GeneratedRegex("<script>.*?</script>", RegexOptions.Singleline)]
    private static partial Regex InlineScript();

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PageObject();
}
