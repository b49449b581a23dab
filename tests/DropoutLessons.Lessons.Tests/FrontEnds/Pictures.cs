using Microsoft.Playwright;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Says in which of their forms pictures are shown.</summary>
public static class Pictures
{
    /// <summary>Waits until all pictures are live charts, and no still image shows.</summary>
    /// <param name="drawing">page they are drawn in</param>
    /// <param name="count">pictures there must be</param>
    public static async Task AssertLiveAsync(ILocator drawing, int count)
    {
        Assert.NotEqual(0, count);
        await Assertions.Expect(drawing.Locator(".dl-live:visible")).ToHaveCountAsync(count);
        await Assertions.Expect(drawing.Locator(".dl-still:visible")).ToHaveCountAsync(0);
    }

    /// <summary>Waits until all pictures are still images that have loaded, and no live chart shows.</summary>
    /// <param name="drawing">page they are drawn in</param>
    /// <param name="count">pictures there must be</param>
    public static async Task AssertStillAsync(ILocator drawing, int count)
    {
        Assert.NotEqual(0, count);
        await Assertions.Expect(drawing.Locator(".dl-picture img:visible")).ToHaveCountAsync(count);
        await Assertions.Expect(drawing.Locator(".dl-live:visible")).ToHaveCountAsync(0);
        Assert.All(await drawing.Locator(".dl-picture img").EvaluateAllAsync<int[]>("images => images.map(image => image.naturalWidth)"), width => Assert.NotEqual(0, width));
    }
}
