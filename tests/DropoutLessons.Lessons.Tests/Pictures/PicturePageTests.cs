using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Looks at every kind of picture in a page without kernel, server and network, and uses it by mouse and keyboard.</summary>
public sealed class PicturePageTests(PicturePage pictures) : IClassFixture<PicturePage>
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_picture_is_live_has_data_is_accessible_and_asks_nobody(ColorScheme scheme)
    {
        RequiredTool.NeedFrontEnd("axe");
        var page = await pictures.OpenAsync(scheme);

        await Assertions.Expect(page.Locator(".dl-live:visible .main-svg").First).ToBeVisibleAsync();
        await Browser.ScreenshotAsync(page, $"pictures-{scheme}".ToLowerInvariant());
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => details.open = true)");
        foreach (var (kind, picture) in pictures.Pictures)
        {
            var live = page.Locator($"#{kind} .dl-live");
            Assert.Equal(JsonNode.Parse(picture.FigureJson)!["data"]!.AsArray().Count, await live.EvaluateAsync<int>("live => live.data.length"));
            // Bars, lines, signs or cells that take up room on the screen.
            Assert.True(await live.EvaluateAsync<bool>("live => [...live.querySelectorAll('.trace path, .hm image')].some(shape => shape.getBoundingClientRect().width > 2)"), kind);
            Assert.Equal(picture.Numbers.Rows.SelectMany(row => row), await page.Locator($"#{kind} td").AllInnerTextsAsync());
        }
        Assert.Empty(await Axe.ViolationsAsync(page));
        Assert.Empty(pictures.External);
    }

    [Fact]
    public async Task Arrow_keys_read_every_picture_and_the_space_key_hides_a_series()
    {
        var page = await pictures.OpenAsync();
        foreach (string kind in pictures.Pictures.Keys)
        {
            ILocator live = page.Locator($"#{kind} .dl-live"), said = page.Locator($"#{kind} .dl-read");

            await live.PressAsync("ArrowRight");
            string first = await said.InnerTextAsync();
            await live.PressAsync("ArrowRight");
            await live.PressAsync("ArrowDown");
            string later = await said.InnerTextAsync();

            Assert.NotEqual("", first);
            Assert.True(first != later, $"{kind}: {first}");
            Assert.True(await live.Locator(".hoverlayer .hovertext, .hoverlayer .spikeline").CountAsync() > 0, $"{kind}: nothing is pointed at for {later}");
        }

        page = await pictures.OpenAsync();
        Assert.Equal("after: element 1, activation -1.071429", await SaidAsync(page, "activations", "ArrowRight", "ArrowRight", "ArrowDown"));
        Assert.Equal("row 1, column 1: 1", await SaidAsync(page, "mask", "ArrowLeft", "ArrowRight", "ArrowDown"));
        Assert.Equal("after: hidden", await SaidAsync(page, "activations", " "));
        Assert.Equal("legendonly", await page.Locator("#activations .dl-live").EvaluateAsync<string>("live => live.data[1].visible"));
        Assert.Equal("after: shown", await SaidAsync(page, "activations", " "));
    }

    [Fact]
    public async Task The_mouse_points_at_values_and_hides_a_series()
    {
        var page = await pictures.OpenAsync();
        var live = page.Locator("#compare .dl-live");

        await live.Locator(".trace.bars .point path").Last.HoverAsync(new() { Force = true });
        await Assertions.Expect(live.Locator(".hoverlayer .hovertext")).ToContainTextAsync("yours");
        await live.Locator(".legendtoggle").First.ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('#compare .dl-live').data[0].visible === 'legendonly'");
    }

    [Fact]
    public async Task The_mouse_reads_a_value_of_every_picture_and_every_legend_hides_what_it_names()
    {
        var page = await pictures.OpenAsync();
        foreach (string kind in pictures.Pictures.Keys)
        {
            var live = page.Locator($"#{kind} .dl-live");
            await live.ScrollIntoViewIfNeededAsync();
            Assert.True(await ReadsAsync(page, live), $"{kind}: no place of the chart tells its value.");
            if (await live.Locator(".legendtoggle").CountAsync() == 0)
                continue;
            await live.Locator(".legendtoggle").First.ClickAsync();
            await page.WaitForFunctionAsync("live => live.data.some(series => series.visible === 'legendonly')", await live.ElementHandleAsync());
        }
    }

    // Points are gone to; cells and bars cover the chart, so the mouse finds one on its way.
    private static async Task<bool> ReadsAsync(IPage page, ILocator live)
    {
        float[][] points = await live.EvaluateAsync<float[][]>("live => [...live.querySelectorAll('.points path')].map(point => point.getBoundingClientRect()).map(box => [box.x + box.width / 2, box.y + box.height / 2])");
        var area = (await live.Locator(".nsewdrag").First.BoundingBoxAsync())!;
        var places = points.Concat(Enumerable.Range(0, 100).Select(i => new[] { area.X + (area.Width * (i % 10 + 0.5f) / 10), area.Y + (area.Height * (i / 10 + 0.5f) / 10) }));
        foreach (float[] place in places)
        {
            await page.Mouse.MoveAsync(place[0], place[1]);
            if (await live.Locator(".hoverlayer .hovertext, .hoverlayer .axistext").CountAsync() > 0)
                return true;
        }
        return false;
    }

    [Fact]
    public async Task A_live_chart_follows_the_theme_of_the_page()
    {
        var page = await pictures.OpenAsync();
        const string Ink = "() => getComputedStyle(document.querySelector('#mask .dl-live .xtick text')).fill";
        string light = await page.EvaluateAsync<string>(Ink);

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });

        await page.WaitForFunctionAsync($"before => ({Ink})() !== before", light);
    }

    [Fact]
    public async Task Without_scripts_every_picture_is_a_still_image_with_its_numbers()
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await pictures.OpenAsync(scheme, withScripts: false);
            await Browser.ScreenshotAsync(page, $"pictures-still-{scheme}".ToLowerInvariant());

            await Assertions.Expect(page.Locator(".dl-still:visible")).ToHaveCountAsync(pictures.Pictures.Count);
            await Assertions.Expect(page.Locator(".dl-live:visible")).ToHaveCountAsync(0);
            await Assertions.Expect(page.GetByText("The numbers")).ToHaveCountAsync(pictures.Pictures.Count);
        }
    }

    private static async Task<string> SaidAsync(IPage page, string kind, params string[] keys)
    {
        var live = page.Locator($"#{kind} .dl-live");
        foreach (string key in keys)
            await live.PressAsync(key);
        return await page.Locator($"#{kind} .dl-read").InnerTextAsync();
    }
}
