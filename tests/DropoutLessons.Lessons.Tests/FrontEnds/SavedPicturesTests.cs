namespace DropoutLessons.Lessons.Tests;

/// <summary>Opens saved pictures where nothing of ours is installed.</summary>
public sealed class SavedPicturesTests(VSCode code, KernelHome home) : IClassFixture<VSCode>, IClassFixture<KernelHome>, IAsyncDisposable
{
    [Fact]
    public async Task VS_Code_shows_every_saved_picture_live()
    {
        string executed = await ExecutedNotebook.PathAsync();
        File.Copy(executed, Path.Combine(code.Folder, "saved.ipynb"));
        var page = await code.OpenAsync("saved.ipynb");
        await code.GrowAsync(page);

        await Pictures.AssertLiveAsync(code.Drawing(page), ExecutedNotebook.PicturesIn(executed));
        await code.ScreenshotAsync(page, "saved");
        Assert.Empty(code.External);
    }

    [Fact]
    public async Task VS_Code_has_every_saved_live_control_at_work()
    {
        File.Copy(await ExecutedNotebook.ControlsPathAsync(), Path.Combine(code.Folder, "controls.ipynb"));
        var page = await code.OpenAsync("controls.ipynb");
        await code.GrowAsync(page);

        await LiveControls.AssertUsableAsync(page, code.Drawing(page));
        await code.ScreenshotAsync(page, "controls");
        Assert.Empty(code.External);
    }

    [Fact]
    public async Task Nbconvert_shows_every_saved_picture_live()
    {
        RequiredTool.Need("/usr/bin/jupyter-nbconvert", "jupyter-nbconvert");
        string executed = await ExecutedNotebook.PathAsync();
        string empty = Path.Combine(home.Folder, "empty.ipynb");
        NotebookFile.Write(empty, "1 + 1");
        await ConvertAsync(executed, "page.html");
        await ConvertAsync(empty, "empty.html");

        await using var browser = await Browser.StartAsync();
        var page = await browser.PageAsync();
        await page.GotoAsync(new Uri(Path.Combine(home.Folder, "page.html")).AbsoluteUri);
        await Pictures.AssertLiveAsync(page.Locator("body"), ExecutedNotebook.PicturesIn(executed));
        await Browser.ScreenshotAsync(page, "nbconvert");
        // nbconvert's own page asks for its formula library and a script loader, with pictures or without.
        string[] asked = [.. browser.External.Distinct().Order(StringComparer.Ordinal)];
        await using var plain = await Browser.StartAsync();
        await (await plain.PageAsync()).GotoAsync(new Uri(Path.Combine(home.Folder, "empty.html")).AbsoluteUri);
        Assert.Equal(plain.External.Distinct().Order(StringComparer.Ordinal), asked);
    }

    private async Task ConvertAsync(string notebook, string page)
    {
        var convert = await ToolRun.OfAsync("/usr/bin/jupyter-nbconvert", ["--to", "html", "--output-dir", home.Folder, "--output", page, notebook], home.Folder, home.Environment);
        Assert.True(convert.ExitCode == 0, convert.Error);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => new(code.ClosePagesAsync());
}
