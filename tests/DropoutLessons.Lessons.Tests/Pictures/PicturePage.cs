using DropoutLessons.Interactive.Tests.Pictures;
using Microsoft.Playwright;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Is a page on disk with one small picture of every kind, as a saved notebook or the book holds it.</summary>
public sealed class PicturePage : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private Browser? _browser;

    /// <summary>The pictures, by the name of their kind.</summary>
    public IReadOnlyDictionary<string, Picture> Pictures { get; } = SmallPictures.Kinds.ToDictionary(kind => kind.Key, kind => kind.Value());

    /// <summary>Addresses outside this machine that pages asked for.</summary>
    public IReadOnlyList<string> External => _browser!.External;

    /// <summary>Opens the page.</summary>
    /// <param name="scheme">what the system prefers</param>
    /// <param name="withScripts">false: as where scripts are not trusted</param>
    public async Task<IPage> OpenAsync(ColorScheme scheme = ColorScheme.Light, bool withScripts = true)
    {
        _browser ??= await Browser.StartAsync();
        var page = await _browser.PageAsync(scheme, withScripts);
        string file = _folder.Write("page.html", $$"""
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures</title>
            <style>:root { color-scheme: light dark; } body { font: 16px system-ui; margin: 1rem; color: CanvasText; background: Canvas; }</style>
            <main><h1>Pictures</h1>
            {{string.Join('\n', Pictures.Select(picture => $"<h2>{picture.Key}</h2><section id=\"{picture.Key}\">{picture.Value.ToHtml()}</section>"))}}
            <h2>A key by itself</h2><p>{{Microsoft.DotNet.Interactive.Formatting.Formatter.ToDisplayString(SmallPictures.Key, "text/html")}}</p>
            </main></html>
            """);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        if (withScripts)
            await Assertions.Expect(page.Locator(".dl-still:visible")).ToHaveCountAsync(0);
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
