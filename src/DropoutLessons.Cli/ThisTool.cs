using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace DropoutLessons.Cli;

/// <summary>Knows how to start this tool again, as a worker or from a kernelspec.</summary>
internal static class ThisTool
{
    /// <summary>Command and arguments that start the tool: the .NET host that runs it now, and its assembly.</summary>
    /// <remarks>The host is named by its path: a front end that starts the kernel may have no <c>dotnet</c> on its PATH.</remarks>
    public static IReadOnlyList<string> CommandLine { get; } = [HostPath(), typeof(ThisTool).Assembly.Location];

    /// <summary>Starts a child process of this tool that holds the writing end of <paramref name="pipe"/>.</summary>
    /// <param name="pipe">what the child answers through; a pipe of its own, so that nothing printed can be taken for the answer</param>
    /// <param name="arguments">command line of the child</param>
    public static Process Start(AnonymousPipeServerStream pipe, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(CommandLine[0], [.. CommandLine.Skip(1), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var process = Process.Start(start) ?? throw new UnusableInputException($"The worker process {CommandLine[0]} could not be started.");
        pipe.DisposeLocalCopyOfClientHandle();
        return process;
    }

    /// <summary>Reads what <paramref name="process"/> prints until it ends, so that a full pipe never stops it.</summary>
    /// <returns>the start of what it wrote to standard error</returns>
    public static async Task<string> DrainAsync(Process process)
    {
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var head = new char[2000];
        int length = await process.StandardError.ReadBlockAsync(head);
        await process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        await output;
        return new(head, 0, length);
    }

    private static string HostPath()
    {
        // The shared runtime lies in <root>/shared/Microsoft.NETCore.App/<version>/, the host in <root>.
        string host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return File.Exists(host) ? host : "dotnet";
    }
}
