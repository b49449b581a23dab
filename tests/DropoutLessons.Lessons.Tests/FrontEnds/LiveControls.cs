using Microsoft.Playwright;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Uses the live controls of the gallery wherever they are shown.</summary>
public static class LiveControls
{
    private const int Kinds = 11;

    /// <summary>Waits until every control is a still image that has loaded, with its state as text.</summary>
    /// <param name="drawing">page they are drawn in</param>
    public static async Task AssertStillAsync(ILocator drawing)
    {
        await Assertions.Expect(drawing.Locator(".dl-control img:visible")).ToHaveCountAsync(Kinds);
        await Assertions.Expect(drawing.Locator(".dl-control .dl-state code:visible")).ToHaveCountAsync(Kinds);
        Assert.All(await drawing.Locator(".dl-control img").EvaluateAllAsync<int[]>("images => images.map(image => image.naturalWidth)"), width => Assert.NotEqual(0, width));
    }

    /// <summary>Waits until every control is alive, and moves a slider by mouse and by keyboard and a state by hand.</summary>
    /// <param name="page">page that has the focus</param>
    /// <param name="drawing">page they are drawn in</param>
    public static async Task AssertUsableAsync(IPage page, ILocator drawing)
    {
        await Assertions.Expect(drawing.Locator(".dl-control .dl-panel svg:visible")).ToHaveCountAsync(Kinds);
        await Assertions.Expect(drawing.Locator(".dl-control .dl-still:visible")).ToHaveCountAsync(0);
        var control = drawing.GetByRole(AriaRole.Group, new() { Name = "A mask is a comparison", Exact = true });
        var (rate, line) = (control.GetByRole(AriaRole.Slider, new() { Name = "rate", Exact = true }), control.GetByLabel("State"));

        var size = (await rate.BoundingBoxAsync())!;
        await rate.ClickAsync(new() { Position = new() { X = size.Width * 0.75f, Y = size.Height / 2 } });
        double byMouse = double.Parse(await rate.InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(byMouse, 0.5, 0.95);
        await page.Keyboard.PressAsync("ArrowLeft");
        string expected = (byMouse - 0.01).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
        await Assertions.Expect(line).ToHaveValueAsync($"era=0.12 seed=7 rate={expected} call=0 n=16 rule=u<keep");

        await line.FillAsync("era=0.4 seed=11 rate=0.5 call=2");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(control.Locator(".dl-summary")).ToHaveTextAsync(Live.Threshold().From("era=0.4 seed=11 rate=0.5 call=2").Summary);
    }
}
