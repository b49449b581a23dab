using Microsoft.Playwright;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Is Debian's classic Notebook 6.</summary>
public sealed class ClassicNotebook : FrontEnd
{
    private const string Jupyter = "/usr/bin/jupyter-notebook";

    /// <inheritdoc/>
    public override string Name => "classic";

    /// <inheritdoc/>
    protected override string Scroller => "#site";

    /// <inheritdoc/>
    protected override void NeedTools() => RequiredTool.Need(Jupyter, "jupyter-notebook");

    /// <inheritdoc/>
    protected override Task<ServerProcess> StartServerAsync(int port) => ServerProcess.StartAsync(Jupyter,
        ["--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--NotebookApp.token=", "--NotebookApp.password=", $"--notebook-dir={Folder}"],
        Folder, Home.Environment, "is running at");

    /// <inheritdoc/>
    protected override async Task GoToAsync(IPage page, string notebook)
    {
        await page.GotoAsync($"{Address}/notebooks/{Uri.EscapeDataString(notebook)}");
        await page.WaitForFunctionAsync("() => window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()", null, new() { Timeout = 60_000 });
    }

    /// <inheritdoc/>
    public override ILocator Cell(IPage page, int index) => page.Locator(".code_cell").Nth(index);

    /// <inheritdoc/>
    public override ILocator Output(IPage page, int index) => Cell(page, index).Locator(".output");

    /// <inheritdoc/>
    public override async Task EnterAsync(IPage page, int index)
    {
        await Cell(page, index).Locator(".CodeMirror-lines").ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
    }

    /// <inheritdoc/>
    public override async Task RunAllAsync(IPage page)
    {
        await page.Locator("#celllink").ClickAsync();
        await page.Locator("#run_all_cells").ClickAsync();
    }

    /// <inheritdoc/>
    public override Task InterruptAsync(IPage page) => page.Locator("button[data-jupyter-action='jupyter-notebook:interrupt-kernel']").ClickAsync();

    /// <inheritdoc/>
    public override async Task RestartAsync(IPage page)
    {
        await page.Locator("button[data-jupyter-action='jupyter-notebook:confirm-restart-kernel']").ClickAsync();
        await page.Locator(".modal-dialog .btn-danger").ClickAsync();
        await Assertions.Expect(page.Locator(".modal-dialog")).ToHaveCountAsync(0);
        await page.WaitForFunctionAsync("() => Jupyter.notebook.kernel.is_connected()");
    }

    /// <inheritdoc/>
    public override async Task SaveAsync(IPage page)
    {
        // What still arrives from the kernel makes a notebook unsaved again, so once may not be enough.
        await page.WaitForFunctionAsync("() => { if (Jupyter.notebook.dirty) document.querySelector(\"button[data-jupyter-action='jupyter-notebook:save-notebook']\").click(); return !Jupyter.notebook.dirty; }", null, new() { PollingInterval = 1000 });
    }

    /// <inheritdoc/>
    public override ILocator Completions(IPage page) => page.Locator(".completions option");

    /// <inheritdoc/>
    public override ILocator Tooltip(IPage page) => page.Locator("#tooltip:visible");

    /// <inheritdoc/>
    public override ILocator Question(IPage page) => page.Locator("input.raw_input");
}
