using System.Net;
using Microsoft.Playwright;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Is a page on disk with every live control in the state it starts from.</summary>
public sealed class LivePage : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private Browser? _browser;

    /// <summary>The controls on the page.</summary>
    public LiveControl[] Controls { get; } =
    [
        Live.Threshold(), Live.Rate(), Live.Rescale(X), Live.Variance(), Live.Flag(X), Live.Key(), Live.Streams(), Live.Calls(), Live.Bits(), Live.Edges(), Live.Broadcast(),
    ];

    private static float[] X => [.. Enumerable.Range(1, 16).Select(i => 0.1f * i)];

    /// <summary>Starts the browser the tests of a class share, or skips the test where it is missing.</summary>
    public async Task<Browser> BrowserAsync() => _browser ??= await Browser.StartAsync();

    /// <summary>Opens the page.</summary>
    /// <param name="scheme">what the system prefers</param>
    /// <param name="withScripts">false: as where scripts are not trusted</param>
    public async Task<IPage> OpenAsync(ColorScheme scheme = ColorScheme.Light, bool withScripts = true)
    {
        var page = await (await BrowserAsync()).PageAsync(scheme, withScripts);
        string file = _folder.Write("page.html", $$"""
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Live controls</title>
            <style>:root { color-scheme: light dark; } body { font: 16px system-ui; margin: 1rem; color: CanvasText; background: Canvas; }</style>
            <main><h1>Live controls</h1>
            {{string.Join('\n', Controls.Select(control => $"<h2>{WebUtility.HtmlEncode(control.View)}</h2>{control.ToHtml()}"))}}
            </main></html>
            """);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return page;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _folder.Dispose();
    }
}
