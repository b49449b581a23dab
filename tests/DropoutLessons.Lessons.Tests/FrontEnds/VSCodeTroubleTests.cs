using System.Text.Json;
using Microsoft.Playwright;
using static DropoutLessons.Lessons.Tests.VSCodeWithLessons;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Is VS Code with our extension in a folder it may read and not write, whatever rights its user has.</summary>
public sealed class VSCodeInTrouble : VSCodeWithLessons
{
    /// <inheritdoc/>
    public override string Name => "vscode-trouble";

    /// <inheritdoc/>
    protected override string[] Launcher => ["/usr/bin/bwrap", "--dev-bind", "/", "/", "--ro-bind", Folder, Folder, "--die-with-parent", "node"];

    /// <inheritdoc/>
    protected override void NeedTools()
    {
        base.NeedTools();
        RequiredTool.Need("/usr/bin/bwrap", "bubblewrap");
    }

    /// <summary>Sets what can be set for a machine only; read when a page is opened.</summary>
    public void Set(object settings) =>
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(UserData, "Machine")).FullName, "settings.json"), JsonSerializer.Serialize(settings));

    /// <summary>Writes a <c>dotnet</c> that has another runtime, and returns where it is.</summary>
    public string OtherDotnet()
    {
        string program = Path.Combine(Home.Folder, "other-dotnet");
        File.WriteAllText(program, "#!/bin/sh\necho 'Microsoft.NETCore.App 8.0.21 [/usr/share/dotnet/shared/Microsoft.NETCore.App]'\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return program;
    }
}

/// <summary>Meets what can be missing or forbidden, and looks for a message that says it and the way out.</summary>
/// <param name="code">VS Code with our extension, in a folder that cannot be written</param>
public sealed class VSCodeTroubleTests(VSCodeInTrouble code) : IClassFixture<VSCodeInTrouble>, IAsyncDisposable
{
    [Fact]
    public async Task Another_runtime_and_a_missing_tool_are_said_below_the_cell_and_once_mended_it_runs()
    {
        NotebookFile.Write(Path.Combine(code.Folder, "trouble.ipynb"), "40 + 2");
        code.Set(new Dictionary<string, string> { ["dropoutLessons.dotnet"] = code.OtherDotnet() });
        await RunsAndShowsAsync(".NET 10 is needed; here is 8.0.21. Install the .NET 10 runtime beside it.", "runtime");
        code.Set(new Dictionary<string, string> { ["dropoutLessons.tool"] = "/nowhere/DropoutLessons.Cli.dll" });
        await RunsAndShowsAsync("The tool is not at /nowhere/DropoutLessons.Cli.dll. Install the extension again, or mend the setting dropoutLessons.tool.", "tool");
        code.Set(new { });
        await RunsAndShowsAsync("42", "mended");
    }

    [Fact]
    public async Task In_a_folder_that_cannot_be_written_lessons_run_and_a_check_says_why_it_was_not_made()
    {
        code.Set(new { });
        string lesson = Path.Combine(code.CopyLessons(), "01-mask.ipynb"), before = File.ReadAllText(lesson);
        NotebookFile.Write(Path.Combine(code.Folder, "start.ipynb"), "1 + 1");
        var page = await code.OpenAsync("start.ipynb");
        await (await LessonsAsync(page)).Filter(new() { HasText = "A mask is a comparison" }).ClickAsync();
        await ScrollToAsync(page, CellWith(page, "int? kept"));
        await AnswerAsync(page, "int? kept", "int? kept = 5;");
        await PressAsync(CellWith(page, "kept = 5"), "Check");
        await Assertions.Expect(Notices(page).Filter(new() { HasText = "01-mask.ipynb cannot be written: give yourself the right to, or copy the lessons to a folder of your own." })).ToBeVisibleAsync();
        await code.ScreenshotInBothThemesAsync(page, "read-only");
        await Assertions.Expect(CellWith(page, "kept = 5")).ToBeAttachedAsync();
        Assert.Equal(before, File.ReadAllText(lesson));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => new(code.ClosePagesAsync());

    private async Task RunsAndShowsAsync(string text, string picture)
    {
        var page = await code.OpenAsync("trouble.ipynb");
        await code.RunAsync(page, 0);
        await code.ShowsAsync(page, 0, text);
        await code.ScreenshotInBothThemesAsync(page, picture);
    }
}
