using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace DropoutLessons.Cli;

/// <summary>Knows how to start this tool again, as a worker or from a kernelspec.</summary>
internal static class ThisTool
{
    private static readonly Lock s_starting = new();

    /// <summary>Command and arguments that start the tool: the .NET host that runs it now, and its assembly.</summary>
    /// <remarks>The host is named by its path: a front end that starts the kernel may have no <c>dotnet</c> on its PATH.</remarks>
    public static IReadOnlyList<string> CommandLine { get; } = [HostPath(), typeof(ThisTool).Assembly.Location];

    /// <summary>Starts a child process of this tool that answers through a pipe of its own, so that nothing printed can be taken for the answer.</summary>
    /// <param name="isAlone">whether it may use all processors; one that shares them works on one, which costs a sixth less in all</param>
    /// <param name="arguments">makes the child's command line from the handle of the pipe it writes to</param>
    /// <returns>the child and the reading end of the pipe, both the caller's to dispose</returns>
    public static (Process Process, AnonymousPipeServerStream Answers) Start(bool isAlone, Func<string, IEnumerable<string>> arguments)
    {
        // One at a time: a child started meanwhile would inherit the writing end too, and this pipe would end only with that child.
        lock (s_starting)
        {
            var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
            var start = new ProcessStartInfo(CommandLine[0], [.. CommandLine.Skip(1), .. arguments(pipe.GetClientHandleAsString())])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            if (!isAlone)
                start.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
            try
            {
                var process = Process.Start(start) ?? throw new UnusableInputException($"The worker process {CommandLine[0]} could not be started.");
                return (process, pipe);
            }
            finally
            {
                pipe.DisposeLocalCopyOfClientHandle();
            }
        }
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
