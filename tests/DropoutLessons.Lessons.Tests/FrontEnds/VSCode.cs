using Microsoft.Playwright;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Is VS Code 1.100 in a browser, put together by <c>tests/front-ends/setup</c>, without any extension but its own.</summary>
public class VSCode : FrontEnd
{
    /// <inheritdoc/>
    public override string Name => "vscode";

    /// <inheritdoc/>
    protected override string Scroller => ".notebookOverlay .cell-list-container > .monaco-list";

    /// <summary>Folder with VS Code's settings.</summary>
    protected string UserData => Path.Combine(Home.Folder, "vscode");

    /// <inheritdoc/>
    protected override void NeedTools() => RequiredTool.NeedFrontEnd("code-server");

    /// <inheritdoc/>
    protected override Task<ServerProcess> StartServerAsync(int port) => ServerProcess.StartAsync(Launcher[0],
        [.. Launcher[1..], .. Command, "--auth", "none", "--bind-addr", $"127.0.0.1:{port}", "--disable-update-check", "--disable-workspace-trust"], Folder, Home.Environment, "HTTP server listening on");

    /// <summary>What the server is started with: Node.js, or something that starts it in turn.</summary>
    protected virtual string[] Launcher => ["node"];

    /// <summary>Beginning of every command line.</summary>
    protected string[] Command => [Path.Combine(RequiredTool.NeedFrontEnd("code-server"), "node_modules", "code-server", "out", "node", "entry.js"),
        "--user-data-dir", UserData, "--extensions-dir", Path.Combine(UserData, "extensions"), "--disable-telemetry"];

    /// <inheritdoc/>
    protected override async Task GoToAsync(IPage page, string notebook)
    {
        await page.GotoAsync($"{Address}/?folder={Uri.EscapeDataString(Folder)}");
        var file = page.Locator(".explorer-folders-view .monaco-list-row").Filter(new() { HasText = notebook });
        var (cells, text) = (page.Locator(".notebookOverlay"), page.Locator(".editor-instance .view-line"));
        await file.DblClickAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(cells.Or(text).First).ToBeAttachedAsync();
        // Until VS Code has read its extensions a notebook opens as text.
        while (await cells.CountAsync() == 0)
        {
            await page.Locator(".tab.active .codicon-close").ClickAsync();
            await Assertions.Expect(text).ToHaveCountAsync(0);
            await file.DblClickAsync();
            await Assertions.Expect(cells.Or(text).First).ToBeAttachedAsync();
        }
    }

    // Each notebook has a frame of its own, and the one opened last stands last.
    /// <inheritdoc/>
    public override ILocator Drawing(IPage page) => page.Locator("iframe.webview.ready").Last.ContentFrame.FrameLocator("#active-frame").Locator("body");

    /// <inheritdoc/>
    public override bool AsksForTrust => false;

    /// <inheritdoc/>
    public override async Task GrowAsync(IPage page)
    {
        // The list of cells knows its height only for what it has drawn once.
        await page.SetViewportSizeAsync(1100, 12_000);
        await Assertions.Expect(Drawing(page)).ToBeAttachedAsync();
    }

    /// <inheritdoc/>
    public override ILocator Cell(IPage page, int index) => page.Locator(".notebookOverlay .code-cell-row").Nth(index);

    /// <inheritdoc/>
    public override ILocator Output(IPage page, int index) => Drawing(page).Locator(".output_container");

    /// <inheritdoc/>
    public override async Task EnterAsync(IPage page, int index)
    {
        await Cell(page, index).Locator(".view-lines").ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
    }

    /// <inheritdoc/>
    public override Task RunAllAsync(IPage page) => page.Locator(".notebook-toolbar-container:visible").GetByText("Run All", new() { Exact = true }).ClickAsync();

    /// <inheritdoc/>
    public override Task InterruptAsync(IPage page) => page.Locator(".notebook-toolbar-container:visible").GetByText("Interrupt", new() { Exact = true }).ClickAsync();

    /// <inheritdoc/>
    public override Task RestartAsync(IPage page) => page.Locator(".notebook-toolbar-container:visible").GetByText("Restart", new() { Exact = true }).ClickAsync();

    /// <inheritdoc/>
    public override async Task SaveAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".tab.active.dirty")).ToHaveCountAsync(0);
    }

    /// <inheritdoc/>
    public override Task AskForNamesAsync(IPage page) => page.Keyboard.PressAsync("Control+Space");

    /// <inheritdoc/>
    public override async Task AskForMeaningAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.PressAsync("Control+i");
    }

    /// <inheritdoc/>
    public override ILocator Completions(IPage page) => page.Locator(".suggest-widget.visible .monaco-list-row");

    /// <inheritdoc/>
    public override ILocator Tooltip(IPage page) => page.Locator(".monaco-hover:visible");

    /// <inheritdoc/>
    public override ILocator Question(IPage page) => page.Locator(".quick-input-widget input.input");
}
