using Microsoft.Playwright;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Is a notebook application with our kernel, its own folder and a browser, used as a learner uses it; started at the first notebook opened.</summary>
public abstract class FrontEnd : IAsyncLifetime
{
    private readonly Lazy<Task> _started;
    private readonly List<IPage> _pages = [];
    private ServerProcess? _server;
    private Browser? _browser;

    /// <summary>Prepares a front end; nothing runs yet.</summary>
    protected FrontEnd() => _started = new(StartAsync);

    /// <summary>Short name, as in the names of screenshots.</summary>
    public abstract string Name { get; }

    /// <summary>Jupyter's folders, with the kernel installed.</summary>
    protected KernelHome Home { get; } = new();

    /// <summary>Folder whose notebooks the front end opens.</summary>
    public string Folder => Directory.CreateDirectory(Path.Combine(Home.Folder, "lessons")).FullName;

    /// <summary>Address of the server.</summary>
    protected string Address { get; private set; } = "";

    /// <summary>Addresses outside this machine that pages asked for.</summary>
    public IReadOnlyList<string> External => _browser!.External;

    /// <summary>Skips the test when a part of the front end is missing.</summary>
    protected abstract void NeedTools();

    /// <summary>Starts the server on <paramref name="port"/>, open to this machine without a password.</summary>
    protected abstract Task<ServerProcess> StartServerAsync(int port);

    /// <summary>Brings <paramref name="page"/> to a notebook of <see cref="Folder"/> and waits until its cells can be used.</summary>
    protected abstract Task GoToAsync(IPage page, string notebook);

    /// <summary>One code cell, counted from 0 without the text cells.</summary>
    public abstract ILocator Cell(IPage page, int index);

    /// <summary>What a code cell has put out; where all outputs are drawn in a page of their own, all of them.</summary>
    public abstract ILocator Output(IPage page, int index);

    /// <summary>Part of the page, or the page within it, in which outputs are drawn.</summary>
    public virtual ILocator Drawing(IPage page) => page.Locator("body");

    /// <summary>Whether scripts of a notebook from elsewhere run only once it is trusted.</summary>
    public virtual bool AsksForTrust => true;

    /// <summary>Declares a notebook of <see cref="Folder"/> to be the learner's own.</summary>
    public async Task TrustAsync(string notebook)
    {
        RequiredTool.Need("/usr/bin/jupyter-trust", "jupyter-nbformat");
        var trust = await ToolRun.OfAsync("/usr/bin/jupyter-trust", [notebook], Folder, Home.Environment);
        Assert.True(trust.ExitCode == 0, trust.Error);
    }

    /// <summary>Puts the cursor at the end of a code cell.</summary>
    public abstract Task EnterAsync(IPage page, int index);

    /// <summary>Runs every cell, from the menu.</summary>
    public abstract Task RunAllAsync(IPage page);

    /// <summary>Stops the running cell, by the button.</summary>
    public abstract Task InterruptAsync(IPage page);

    /// <summary>Starts the kernel anew, by the button, and confirms it.</summary>
    public abstract Task RestartAsync(IPage page);

    /// <summary>Saves the notebook and waits until it is.</summary>
    public abstract Task SaveAsync(IPage page);

    /// <summary>Names offered after Tab.</summary>
    public abstract ILocator Completions(IPage page);

    /// <summary>Explanation shown after Shift-Tab.</summary>
    public abstract ILocator Tooltip(IPage page);

    /// <summary>Field in which a running cell asks for a line.</summary>
    public abstract ILocator Question(IPage page);

    /// <summary>Element that scrolls the notebook.</summary>
    protected abstract string Scroller { get; }

    /// <summary>Waits until a code cell shows a text among its outputs.</summary>
    public Task ShowsAsync(IPage page, int index, string text) => Assertions.Expect(Output(page, index).Filter(new() { HasText = text }).First).ToBeVisibleAsync();

    /// <summary>Opens a notebook of <see cref="Folder"/> in a page of its own.</summary>
    public async Task<IPage> OpenAsync(string notebook, ColorScheme scheme = ColorScheme.Light)
    {
        NeedTools();
        await _started.Value;
        var page = await _browser!.PageAsync(scheme);
        _pages.Add(page);
        await GoToAsync(page, notebook);
        return page;
    }

    /// <summary>Asks, by its key, for names that go on from the cursor.</summary>
    public virtual Task AskForNamesAsync(IPage page) => page.Keyboard.PressAsync("Tab");

    /// <summary>Asks, by its key, what the name before the cursor is.</summary>
    public virtual Task AskForMeaningAsync(IPage page) => page.Keyboard.PressAsync("Shift+Tab");

    /// <summary>Runs one code cell, by Shift-Enter.</summary>
    public async Task RunAsync(IPage page, int index)
    {
        await EnterAsync(page, index);
        await page.Keyboard.PressAsync("Shift+Enter");
    }

    /// <summary>Makes the page as tall as the whole notebook: what is out of sight need not be drawn.</summary>
    public virtual async Task GrowAsync(IPage page)
    {
        int height = await page.Locator(Scroller).EvaluateAsync<int>("element => element.scrollHeight");
        await page.SetViewportSizeAsync(1100, height + 250);
        await page.Locator(Scroller).EvaluateAsync("element => element.scrollTop = 0");
    }

    /// <summary>Keeps a picture of the page: as it is, or made as tall as the whole notebook.</summary>
    public async Task ScreenshotAsync(IPage page, string what, bool whole = false)
    {
        if (whole)
            await GrowAsync(page);
        await Browser.ScreenshotAsync(page, $"{Name}-{what}");
    }

    /// <summary>Closes what a test opened, and keeps a picture of it where the test failed.</summary>
    public async Task ClosePagesAsync()
    {
        foreach (var page in _pages)
        {
            if (TestContext.Current.TestState?.Result == TestResult.Failed)
                await ScreenshotAsync(page, $"failed-{TestContext.Current.Test!.TestDisplayName.Split('.')[^1]}");
            await page.CloseAsync();
        }
        _pages.Clear();
    }

    private async Task StartAsync()
    {
        int port = ServerProcess.FreePort();
        Address = $"http://127.0.0.1:{port}";
        _browser = await Browser.StartAsync();
        _server = await StartServerAsync(port);
    }

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => Home.InitializeAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _server?.Dispose();
        await Home.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
