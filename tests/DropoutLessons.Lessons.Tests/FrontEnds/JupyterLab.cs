using Microsoft.Playwright;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Is JupyterLab 4.6, put together by <c>tests/front-ends/setup</c>.</summary>
public sealed class JupyterLab : FrontEnd
{
    private const string Python = "/usr/bin/python3";

    // Keys do nothing until their settings have come, and a cell asks for a kernel until the session has one.
    private const string Ready = """
        () => window.jupyterapp?.commands.keyBindings.some(binding => binding.command == 'completer:invoke-notebook')
            && jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.connectionStatus == 'connected'
            && jupyterapp.shell.currentWidget.sessionContext.session.kernel.status == 'idle'
        """;

    /// <inheritdoc/>
    public override string Name => "jupyterlab";

    /// <inheritdoc/>
    protected override string Scroller => ".jp-WindowedPanel-outer";

    /// <inheritdoc/>
    protected override void NeedTools()
    {
        RequiredTool.Need("/usr/bin/jupyter-server", "jupyter-server");
        RequiredTool.Need("/usr/lib/python3/dist-packages/jupyterlab_server", "python3-jupyterlab-server");
        RequiredTool.NeedFrontEnd("jupyterlab");
    }

    /// <inheritdoc/>
    protected override Task<ServerProcess> StartServerAsync(int port) => ServerProcess.StartAsync(Python,
        [Path.Combine(RequiredTool.NeedFrontEnd("jupyterlab"), "lab.py"), "--allow-root", "--ip=127.0.0.1", "--no-browser", $"--port={port}",
            "--ServerApp.token=", "--ServerApp.password=", $"--ServerApp.root_dir={Folder}"],
        Folder, Home.Environment, "is running at");

    /// <inheritdoc/>
    protected override async Task GoToAsync(IPage page, string notebook)
    {
        await page.GotoAsync($"{Address}/lab/tree/{Uri.EscapeDataString(notebook)}?reset");
        await page.WaitForFunctionAsync(Ready, null, new() { Timeout = 60_000 });
    }

    /// <inheritdoc/>
    public override ILocator Cell(IPage page, int index) => page.Locator(".jp-Notebook .jp-CodeCell").Nth(index);

    /// <inheritdoc/>
    public override ILocator Output(IPage page, int index) => Cell(page, index).Locator(".jp-OutputArea-output");

    /// <inheritdoc/>
    public override async Task EnterAsync(IPage page, int index)
    {
        await Cell(page, index).Locator(".cm-content").ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
    }

    /// <inheritdoc/>
    public override async Task RunAllAsync(IPage page)
    {
        await page.Locator(".lm-MenuBar-item").GetByText("Run", new() { Exact = true }).ClickAsync();
        await page.Locator(".lm-Menu-item[data-command='runmenu:run-all']").ClickAsync();
    }

    /// <inheritdoc/>
    public override Task InterruptAsync(IPage page) => page.Locator("[data-jp-item-name='interrupt']").ClickAsync();

    /// <inheritdoc/>
    public override async Task RestartAsync(IPage page)
    {
        await page.Locator("[data-jp-item-name='restart']").ClickAsync();
        await page.Locator(".jp-Dialog .jp-mod-accept").ClickAsync();
        await page.WaitForFunctionAsync(Ready, null, new() { Timeout = 60_000 });
    }

    /// <inheritdoc/>
    public override async Task SaveAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".lm-TabBar-tab.jp-mod-dirty")).ToHaveCountAsync(0);
    }

    /// <inheritdoc/>
    public override ILocator Completions(IPage page) => page.Locator(".jp-Completer-item");

    /// <inheritdoc/>
    public override ILocator Tooltip(IPage page) => page.Locator(".jp-Tooltip");

    /// <inheritdoc/>
    public override ILocator Question(IPage page) => page.Locator(".jp-Stdin-input");
}
