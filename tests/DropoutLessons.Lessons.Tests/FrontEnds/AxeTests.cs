namespace DropoutLessons.Lessons.Tests;

/// <summary>Shows that the accessibility check can fail.</summary>
public sealed class AxeTests
{
    [Fact]
    public async Task A_picture_without_a_name_is_a_violation_where_it_is_looked_for()
    {
        RequiredTool.NeedFrontEnd("axe");
        await using var browser = await Browser.StartAsync();
        var page = await browser.PageAsync();
        await page.SetContentAsync("""
            <html lang="en"><title>t</title><main><h1>Pictures</h1><p id="good">words</p><div id="bad"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></div></main></html>
            """);

        Assert.StartsWith("image-alt: ", Assert.Single(await Axe.ViolationsAsync(page)), StringComparison.Ordinal);
        Assert.Single(await Axe.ViolationsAsync(page, "#bad"));
        Assert.Empty(await Axe.ViolationsAsync(page, "#good"));
    }
}
