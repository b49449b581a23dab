using Microsoft.Playwright;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Is VS Code in a fresh profile with our extension, put there by <c>dropout-lessons vscode install</c>, and no other.</summary>
public class VSCodeWithLessons : VSCode
{
    /// <summary>The extension, as <c>pack</c> makes it.</summary>
    public static string Package => TestFiles.At(".artifacts", "vsix", "dropout-lessons.vsix");

    /// <inheritdoc/>
    public override string Name => "vscode-lessons";

    /// <inheritdoc/>
    protected override void NeedTools()
    {
        base.NeedTools();
        RequiredTool.NeedMade(Package, "src/DropoutLessons.VSCode/pack");
    }

    /// <inheritdoc/>
    protected override async Task<ServerProcess> StartServerAsync(int port)
    {
        string programs = Directory.CreateDirectory(Path.Combine(Home.Folder, "bin")).FullName, program = Path.Combine(programs, "code-server");
        File.WriteAllText(program, $"#!/bin/sh\nexec node {string.Join(' ', Command.Select(part => $"'{part}'"))} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var environment = new Dictionary<string, string>(Home.Environment);
        var install = await ToolRun.OfAsync("dotnet", [KernelHome.Tool, "vscode", "install", "--editor", program], TestFiles.Repository, environment);
        Assert.True(install.ExitCode == 0, install.Out + install.Error);
        string settings = Directory.CreateDirectory(Path.Combine(UserData, "User")).FullName;
        File.WriteAllText(Path.Combine(settings, "settings.json"), """{ "window.autoDetectColorScheme": true }""");
        return await base.StartServerAsync(port);
    }

    /// <summary>Lays the lessons, as nobody has touched them, into the folder that is opened, and returns where they lie.</summary>
    public string CopyLessons()
    {
        string source = TestFiles.At("notebooks"), target = Path.Combine(Folder, "notebooks");
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "progress.json"))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return target;
    }

    /// <summary>Makes the window as high as a learner's again, as drawing a tall one takes long, and turns the wheel until a cell is in sight.</summary>
    public static async Task ScrollToAsync(IPage page, ILocator cell)
    {
        await page.SetViewportSizeAsync(1100, 1600);
        await page.Locator(".notebookOverlay:not([inert])").HoverAsync();
        while (await cell.CountAsync() == 0)
            await page.Mouse.WheelAsync(0, 600);
    }

    /// <summary>Keeps a picture of the whole notebook in each theme.</summary>
    public async Task ScreenshotInBothThemesAsync(IPage page, string what)
    {
        foreach (var (scheme, theme) in new[] { (ColorScheme.Dark, "vs-dark"), (ColorScheme.Light, "vs") })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Assertions.Expect(page.Locator($".monaco-workbench.{theme}")).ToBeAttachedAsync();
            await Assertions.Expect(Drawing(page)).ToHaveClassAsync(new System.Text.RegularExpressions.Regex($"vscode-{scheme}", System.Text.RegularExpressions.RegexOptions.IgnoreCase));
            await ScreenshotAsync(page, $"{what}-{scheme}".ToLowerInvariant());
        }
    }

    /// <summary>Presses a button below a cell.</summary>
    public static Task PressAsync(ILocator cell, string button) => cell.GetByText(button, new() { Exact = true }).ClickAsync();

    /// <summary>Messages in the corner.</summary>
    public static ILocator Notices(IPage page) => page.Locator(".notification-toast");

    /// <summary>The first code cell that holds a text.</summary>
    public static ILocator CellWith(IPage page, string text) => page.Locator(".notebookOverlay:not([inert]) .code-cell-row").Filter(new() { HasText = text }).First;

    /// <summary>Writes an answer over the cell that holds <paramref name="stub"/>.</summary>
    public static async Task AnswerAsync(IPage page, string stub, string answer)
    {
        var cell = CellWith(page, stub);
        await cell.Locator(".view-lines").ClickAsync();
        await Assertions.Expect(cell.Locator(".monaco-editor.focused")).ToBeAttachedAsync();
        // A cell that just got the focus may miss the key.
        do
            await page.Keyboard.PressAsync("Control+a");
        while (await cell.Locator(".selected-text").CountAsync() == 0);
        await page.Keyboard.InsertTextAsync(answer);
        await Assertions.Expect(CellWith(page, answer.Split('\n')[^1].Trim())).ToBeAttachedAsync();
    }

    /// <summary>Shows the view of the lessons and waits until they are listed.</summary>
    public static async Task<ILocator> LessonsAsync(IPage page)
    {
        await page.Locator(".activitybar a[aria-label='Dropout Lessons']").ClickAsync();
        var lessons = page.Locator(".sidebar .monaco-list-row[role='treeitem']");
        await Assertions.Expect(lessons.First).ToBeVisibleAsync();
        return lessons;
    }
}

/// <summary>Uses VS Code with our extension.</summary>
public sealed class VSCodeTests(VSCodeWithLessons code) : NotebookUseTests(code), IClassFixture<VSCodeWithLessons>;
