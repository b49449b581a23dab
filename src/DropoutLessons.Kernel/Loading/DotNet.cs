using System.ComponentModel;
using System.Diagnostics;

namespace DropoutLessons.Kernel;

/// <summary>Runs the dotnet command of the machine.</summary>
internal static class DotNet
{
    /// <summary>Path of the command this process runs under, else the one of the PATH.</summary>
    public static string Path { get; } =
        Environment.ProcessPath is { } own && System.IO.Path.GetFileNameWithoutExtension(own) == "dotnet" ? own
        : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host
        : "dotnet";

    /// <summary>Runs it and waits.</summary>
    /// <param name="arguments">what it is told</param>
    /// <param name="folder">folder it works in</param>
    /// <param name="check">called while it runs; an exception thrown from it ends the command</param>
    /// <returns>exit code and everything it printed</returns>
    /// <exception cref="DirectiveException">There is no such command.</exception>
    public static (int ExitCode, string Output) Run(IEnumerable<string> arguments, string folder, Action check)
    {
        var start = new ProcessStartInfo(Path, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new DirectiveException($"The command \"{Path}\" cannot be started: {e.Message}. Packages and projects need the .NET SDK; install it from https://dot.net.", e);
        }
        using (process)
        {
            process.StandardInput.Close();
            var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            try
            {
                while (!process.WaitForExit(50))
                    check();
            }
            catch
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
            return (process.ExitCode, string.Concat(output.GetAwaiter().GetResult()));
        }
    }
}

/// <summary>Reports a directive that could not be carried out.</summary>
/// <param name="message">what, why, and the way out</param>
/// <param name="inner">what lay behind it, or null</param>
public sealed class DirectiveException(string message, Exception? inner = null) : Exception(message, inner);
