using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Is a server on a port of its own on this machine, ended with all it started.</summary>
public sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process) => _process = process;

    /// <summary>Finds a port nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts a server and returns once it says it is ready; an end before that fails with what it wrote.</summary>
    /// <param name="file">program</param>
    /// <param name="arguments">its arguments</param>
    /// <param name="folder">its working directory</param>
    /// <param name="environment">what is added to this process's environment</param>
    /// <param name="ready">text of the line, on either stream, by which it says so</param>
    public static async Task<ServerProcess> StartAsync(string file, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> environment, string ready)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var said = new List<string>();
        var isReady = new TaskCompletionSource();
        void Read(object sender, DataReceivedEventArgs line)
        {
            lock (said)
                said.Add(line.Data ?? "");
            if (line.Data?.Contains(ready, StringComparison.Ordinal) == true)
                isReady.TrySetResult();
        }
        process.OutputDataReceived += Read;
        process.ErrorDataReceived += Read;
        process.Exited += (_, _) => isReady.TrySetException(new InvalidOperationException($"{file} ended before it was ready:\n{string.Join('\n', said)}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await isReady.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        return new(process);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
