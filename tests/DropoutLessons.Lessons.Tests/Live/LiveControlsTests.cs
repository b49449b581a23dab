using Microsoft.Playwright;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Uses every live control in a page without kernel, server and network, as a saved notebook or the book holds it.</summary>
public sealed class LiveControlsTests(LivePage live) : IClassFixture<LivePage>
{
    private readonly LiveControl[] _controls = live.Controls;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_control_is_alive_accessible_and_asks_nobody(ColorScheme scheme)
    {
        RequiredTool.NeedFrontEnd("axe");
        var page = await OpenAsync(scheme);

        await Assertions.Expect(page.Locator(".dl-panel svg:visible")).ToHaveCountAsync(_controls.Length);
        await Assertions.Expect(page.Locator(".dl-still:visible")).ToHaveCountAsync(0);
        await Browser.ScreenshotAsync(page, $"live-{scheme}".ToLowerInvariant());
        Assert.Empty(await Axe.ViolationsAsync(page));
        Assert.Empty((await live.BrowserAsync()).External);
    }

    [Fact]
    public async Task The_page_draws_what_the_kit_drew()
    {
        var page = await OpenAsync();

        foreach (var control in _controls)
        {
            string svg = await page.EvaluateAsync<string>("spec => Object.values(window.dropoutLessonsLive)[0].render(spec).svg", new { view = control.View, state = control.State, x = control.X.Select(value => (double)value) });

            Assert.Equal(control.Svg, svg);
            Assert.Equal(control.Summary, await Root(page, control).Locator(".dl-summary").TextContentAsync());
        }
    }

    [Fact]
    public async Task A_slider_moves_by_mouse_and_by_keyboard_and_the_line_follows()
    {
        var page = await OpenAsync();
        foreach (var control in _controls)
        {
            var (root, rate, line) = (Root(page, control), Slider(Root(page, control), "rate"), Root(page, control).GetByLabel("State"));
            string before = await PictureAsync(root);

            await rate.ClickAsync(new() { Position = new() { X = 100, Y = 8 } });
            string byMouse = await line.InputValueAsync();
            await rate.PressAsync("ArrowRight");
            string byKey = await line.InputValueAsync();

            Assert.Equal(3, new[] { control.State, byMouse, byKey }.Distinct().Count());
            Assert.Equal(control.From(byKey).Summary, await root.Locator(".dl-summary").TextContentAsync());
            Assert.NotEqual(before, await PictureAsync(root));
            await root.GetByRole(AriaRole.Button, new() { Name = "Reset" }).PressAsync("Enter");
            Assert.Equal(control.State, await line.InputValueAsync());
        }
    }

    [Fact]
    public async Task A_line_is_pasted_back_and_one_that_cannot_be_says_why()
    {
        var page = await OpenAsync();
        foreach (var control in _controls)
        {
            var (root, line) = (Root(page, control), Root(page, control).GetByLabel("State"));

            await line.FillAsync("era=0.4 seed=11 rate=0.5 call=2");
            await line.PressAsync("Enter");

            var expected = control.From("era=0.4 seed=11 rate=0.5 call=2");
            Assert.Equal(expected.State, await line.InputValueAsync());
            Assert.Equal(expected.Numbers.Rows.SelectMany(row => row), await root.Locator("td").AllTextContentsAsync());

            await line.FillAsync("rate=2");
            await line.PressAsync("Enter");
            await Assertions.Expect(root.GetByRole(AriaRole.Alert)).ToContainTextAsync("rate=2 is out of range");
            Assert.Equal(expected.Summary, await root.Locator(".dl-summary").TextContentAsync());
        }
    }

    [Fact]
    public async Task Linked_sliders_sum_to_one_and_a_button_goes_to_the_next_call()
    {
        var page = await OpenAsync();
        var root = Root(page, _controls.Single(control => control.View == "rate"));

        await Slider(root, "keep_prob").FillAsync("0.8");
        await root.GetByRole(AriaRole.Button, new() { Name = "Next call" }).ClickAsync();

        Assert.Equal("0.2", await Slider(root, "rate").InputValueAsync());
        Assert.Equal("era=0.12 seed=7 rate=0.2 call=1 n=200", await root.GetByLabel("State").InputValueAsync());
    }

    [Fact]
    public async Task The_same_control_twice_and_its_script_twice_both_live()
    {
        var (first, second) = (Live.Key(seed: 99), Live.Key(seed: 99));
        string one = first.ToHtml();
        var page = await (await live.BrowserAsync()).PageAsync();
        await page.SetContentAsync($"<!doctype html><meta charset=utf-8><title>t</title>{one}{second.ToHtml()}{one}");

        await Assertions.Expect(page.Locator(".dl-panel svg:visible")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task Without_scripts_the_still_image_the_line_and_the_numbers_are_there()
    {
        var page = await live.OpenAsync(withScripts: false);
        await Browser.ScreenshotAsync(page, "live-still");

        await Assertions.Expect(page.Locator(".dl-still:visible")).ToHaveCountAsync(_controls.Length);
        await Assertions.Expect(page.Locator(".dl-state code:visible")).ToHaveCountAsync(_controls.Length);
        Assert.True(await page.Locator(".dl-numbers tr").CountAsync() > _controls.Length);
    }

    private static ILocator Root(IPage page, LiveControl control) => page.GetByRole(AriaRole.Group, new() { Name = control.Title, Exact = true });

    private static ILocator Slider(ILocator root, string name) => root.GetByRole(AriaRole.Slider, new() { Name = name, Exact = true });

    private static Task<string> PictureAsync(ILocator root) => root.Locator(".dl-panel svg").InnerHTMLAsync();

    private Task<IPage> OpenAsync(ColorScheme scheme = ColorScheme.Light) => live.OpenAsync(scheme);
}
