using System.CommandLine;
using System.Diagnostics;

namespace DropoutLessons.Cli.Commands;

/// <summary><c>vscode install|uninstall</c>: puts the extension into the VS Code that is there, or takes it away.</summary>
internal static class VSCodeCommand
{
    private const string Extension = "dropout-lessons.dropout-lessons";
    private const string PackageName = "dropout-lessons.vsix";

    private static readonly string[] s_editors = ["code", "code-insiders", "codium", "cursor", "code-server"];

    // Windows finds code.cmd only when its name is spelt out.
    private static readonly string[] s_endings = OperatingSystem.IsWindows() ? [".cmd", ".exe"] : [""];

    public static Command Create()
    {
        var editor = new Option<string[]>("--editor") { Description = $"Editor to use (default: all that are there, of {string.Join(", ", s_editors)}).", HelpName = "COMMAND" };
        var package = new Option<string?>("--package") { Description = $"The extension's file (default: the nearest .artifacts/vsix/{PackageName}).", HelpName = "FILE" };
        var install = new Command("install", "Put the extension with its kernel and lessons into VS Code; an older version of it is replaced.") { editor, package };
        install.SetAction((parsed, cancellation) => ForEachAsync(parsed.GetValue(editor), ["--install-extension", FindPackage(parsed.GetValue(package)), "--force"], "Installed in", cancellation));
        var uninstall = new Command("uninstall", "Take the extension away again.") { editor };
        uninstall.SetAction((parsed, cancellation) => ForEachAsync(parsed.GetValue(editor), ["--uninstall-extension", Extension], "Removed from", cancellation));
        return new Command("vscode", "Put the extension for VS Code into it, or take it away.") { install, uninstall };
    }

    private static async Task<int> ForEachAsync(string[]? named, IReadOnlyList<string> arguments, string done, CancellationToken cancellation)
    {
        string[] editors = named is { Length: > 0 } ? named : [.. s_editors.Where(name => OnPath(name) is not null)];
        if (editors.Length == 0)
            throw new UnusableInputException($"None of {string.Join(", ", s_editors)} is on the PATH. In VS Code, \"Shell Command: Install 'code' command in PATH\" puts it there; or name one with --editor.");
        foreach (string editor in editors)
        {
            string file = OnPath(editor) ?? throw new UnusableInputException($"No program {editor} is on the PATH. Name one that is, or its path.");
            using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })
                ?? throw new UnusableInputException($"{file} could not be started.");
            process.StandardInput.Close();
            var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
                throw new UnusableInputException($"{editor} refused (exit code {process.ExitCode}): {(await error).Trim()} {(await output).Trim()}".Trim());
            Console.Out.WriteLine($"{done} {editor}.");
        }
        return ExitCode.Ok;
    }

    private static string FindPackage(string? named)
    {
        if (named is not null)
            return File.Exists(named) ? Path.GetFullPath(named) : throw new UnusableInputException($"No such file: {named}. Name the extension's .vsix.");
        foreach (string start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
            for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
                if (Path.Combine(at.FullName, ".artifacts", "vsix", PackageName) is var file && File.Exists(file))
                    return file;
        throw new UnusableInputException($"No .artifacts/vsix/{PackageName} here or above. Make it with src/DropoutLessons.VSCode/pack, or name one with --package.");
    }

    private static string? OnPath(string name) => Path.IsPathRooted(name) ? (File.Exists(name) ? name : null)
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => s_endings.Select(ending => Path.Combine(folder, name + ending)))
            .FirstOrDefault(File.Exists);
}
