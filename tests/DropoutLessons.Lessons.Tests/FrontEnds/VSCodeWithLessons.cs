using Microsoft.Playwright;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Is VS Code in a fresh profile with our extension, put there by <c>dropout-lessons vscode install</c>, and no other.</summary>
public sealed class VSCodeWithLessons : VSCode
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
        return await base.StartServerAsync(port);
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
