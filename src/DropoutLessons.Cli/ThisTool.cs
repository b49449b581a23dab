using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DropoutLessons.Cli;

/// <summary>Knows how to start this tool again, as a worker or from a kernelspec.</summary>
internal static class ThisTool
{
    /// <summary>Command and arguments that start the tool: the .NET host that runs it now, and its assembly.</summary>
    /// <remarks>The host is named by its path: a front end that starts the kernel may have no <c>dotnet</c> on its PATH.</remarks>
    public static IReadOnlyList<string> CommandLine { get; } = [HostPath(), typeof(ThisTool).Assembly.Location];

    /// <summary>Describes a child process of this tool with all three standard streams redirected.</summary>
    public static ProcessStartInfo StartInfo(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(CommandLine[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (string argument in CommandLine.Skip(1).Concat(arguments))
            start.ArgumentList.Add(argument);
        return start;
    }

    private static string HostPath()
    {
        // The shared runtime lies in <root>/shared/Microsoft.NETCore.App/<version>/, the host in <root>.
        string host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return File.Exists(host) ? host : "dotnet";
    }
}
