using System.IO.Compression;
using Microsoft.Playwright;
using static DropoutLessons.Lessons.Tests.VSCodeWithLessons;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Is VS Code with our extension and one that stands where the Jupyter extension would: its name, and a kernel for the notebooks it finds.</summary>
/// <remarks>The Jupyter extension itself comes from a market place, which a test cannot ask.</remarks>
public sealed class VSCodeBesideJupyter : VSCodeWithLessons
{
    private const string Manifest = """
        <PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
          <Metadata><Identity Id="jupyter" Version="2026.1.0" Publisher="ms-toolsai" Language="en-US"/><DisplayName>Jupyter</DisplayName><Description>stand-in</Description></Metadata>
          <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation><Dependencies/>
          <Assets><Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/></Assets>
        </PackageManifest>
        """;

    private const string Description = """
        { "name": "jupyter", "publisher": "ms-toolsai", "version": "2026.1.0", "engines": { "vscode": "^1.90.0" }, "main": "./main.js", "activationEvents": ["onNotebook:jupyter-notebook"] }
        """;

    private const string Program = """
        const vscode = require('vscode');
        exports.activate = () => {
          const controller = vscode.notebooks.createNotebookController('registered', 'jupyter-notebook', 'registered kernel');
          controller.executeHandler = cells => cells.forEach(async cell => {
            const execution = controller.createNotebookCellExecution(cell);
            execution.start();
            await execution.replaceOutput(new vscode.NotebookCellOutput([vscode.NotebookCellOutputItem.text('run by the registered kernel')]));
            execution.end(true);
          });
          const seen = new WeakSet();
          const choose = editor => {
            if (!editor || seen.has(editor.notebook)) return;
            seen.add(editor.notebook);
            void vscode.commands.executeCommand('notebook.selectKernel', { id: 'registered', extension: 'ms-toolsai.jupyter' });
          };
          vscode.window.onDidChangeActiveNotebookEditor(choose);
          choose(vscode.window.activeNotebookEditor);
        };
        """;

    /// <inheritdoc/>
    public override string Name => "vscode-jupyter";

    /// <inheritdoc/>
    protected override async Task<ServerProcess> StartServerAsync(int port)
    {
        string package = Path.Combine(Home.Folder, "jupyter.vsix");
        using (var zip = ZipFile.Open(package, ZipArchiveMode.Create))
            foreach (var (name, text) in new[] { ("extension.vsixmanifest", Manifest), ("extension/package.json", Description), ("extension/main.js", Program) })
                using (var writer = new StreamWriter(zip.CreateEntry(name).Open()))
                    writer.Write(text);
        var install = await ToolRun.OfAsync("node", [.. Command, "--install-extension", package], Folder, Home.Environment);
        Assert.True(install.ExitCode == 0, install.Out + install.Error);
        return await base.StartServerAsync(port);
    }
}

/// <summary>Uses lessons where the Jupyter extension chooses the kernel.</summary>
/// <param name="code">VS Code with both extensions</param>
public sealed class VSCodeBesideJupyterTests(VSCodeBesideJupyter code) : IClassFixture<VSCodeBesideJupyter>, IAsyncDisposable
{
    [Fact]
    public async Task Lessons_run_on_the_registered_kernel_a_check_is_said_beside_and_ours_serves_where_it_is_chosen()
    {
        code.CopyLessons();
        NotebookFile.Write(Path.Combine(code.Folder, "start.ipynb"), "40 + 2");
        var page = await code.OpenAsync("start.ipynb");
        await Assertions.Expect(page.Locator(".kernel-action-view-item:visible")).ToContainTextAsync("registered kernel");
        await code.RunAsync(page, 0);
        await code.ShowsAsync(page, 0, "run by the registered kernel");

        await (await LessonsAsync(page)).Filter(new() { HasText = "A mask is a comparison" }).ClickAsync();
        await ScrollToAsync(page, CellWith(page, "int? kept"));
        await AnswerAsync(page, "int? kept", "int? kept = 1000;");
        await PressAsync(CellWith(page, "kept = 1000"), "Check");
        await Assertions.Expect(Notices(page).Filter(new() { HasText = "✘" })).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await code.ScreenshotInBothThemesAsync(page, "check");

        var other = await code.OpenAsync("start.ipynb");
        await other.Locator(".kernel-action-view-item:visible").Filter(new() { HasText = "registered kernel" }).ClickAsync();
        foreach (string choice in new[] { "Select Another Kernel", ".NET (C#)" })
            await other.Locator(".quick-input-list .monaco-list-row").Filter(new() { HasText = choice }).First.ClickAsync();
        await Assertions.Expect(other.Locator(".kernel-action-view-item:visible")).ToContainTextAsync(".NET (C#)");
        await code.RunAsync(other, 0);
        await code.ShowsAsync(other, 0, "42");
        await code.ScreenshotInBothThemesAsync(other, "chosen");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => new(code.ClosePagesAsync());
}
