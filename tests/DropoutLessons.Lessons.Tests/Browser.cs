using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Is Debian's Chromium with every host but this machine unreachable; it counts what pages ask of others.</summary>
public sealed partial class Browser : IAsyncDisposable
{
    /// <summary>The browser of the Debian package.</summary>
    public const string Chromium = "/usr/bin/chromium";

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly List<string> _external = [];

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Addresses outside this machine that pages asked for.</summary>
    public IReadOnlyList<string> External => _external;

    /// <summary>Starts Chromium, or skips the test where it is missing.</summary>
    public static async Task<Browser> StartAsync()
    {
        RequiredTool.Need(Chromium, "chromium");
        // A busy machine is slow, not broken: a wait ends as soon as what it waits for is there.
        Assertions.SetDefaultExpectTimeout(60_000);
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"],
        }));
    }

    /// <summary>Opens an empty page.</summary>
    /// <param name="scheme">what the system prefers</param>
    /// <param name="withScripts">false: as where scripts are not trusted</param>
    public async Task<IPage> PageAsync(ColorScheme scheme = ColorScheme.Light, bool withScripts = true)
    {
        var page = await _browser.NewPageAsync(new() { ColorScheme = scheme, JavaScriptEnabled = withScripts, ViewportSize = new() { Width = 1100, Height = 900 } });
        page.Request += (_, request) =>
        {
            if (Elsewhere().IsMatch(request.Url))
                _external.Add(request.Url);
        };
        return page;
    }

    /// <summary>Keeps a picture of the page where people can look at it.</summary>
    public static Task ScreenshotAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = TestFiles.At(".artifacts", "screenshots", name + ".png"), FullPage = true });

    // VS Code's web views ask for their parts under a name of their maker's; its service worker answers, here. It asks once for its gallery, too.
    [GeneratedRegex(@"^(http|ws)s?://(?!127\.0\.0\.1[:/]|localhost[:/]|[^/]*\.vscode-resource\.vscode-cdn\.net/|open-vsx\.org/vscode/gallery/)")]
    private static partial Regex Elsewhere();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
