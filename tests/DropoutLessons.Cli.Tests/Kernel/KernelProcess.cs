using System.Diagnostics;
using DropoutLessons.Kernel.Tests.Protocol;

namespace DropoutLessons.Cli.Tests.Kernel;

/// <summary>Is a kernel in a process of its own, as front ends run it, and its restarts.</summary>
internal sealed class KernelProcess : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IReadOnlyDictionary<string, string> _environment;
    private string _connection = "";
    private Process _process = null!;

    public KernelProcess(IReadOnlyDictionary<string, string> environment)
    {
        _environment = environment;
        Client = new((connection, cancellation) =>
        {
            _connection = connection;
            Start();
            return Task.Delay(Timeout.InfiniteTimeSpan, cancellation).ContinueWith(_ => Stop(), TaskScheduler.Default);
        });
    }

    /// <summary>What talks to it.</summary>
    public WireClient Client { get; }

    /// <summary>Whether the process is there.</summary>
    public bool IsAlive => !_process.HasExited;

    /// <summary>Folder it works in.</summary>
    public string WorkingDirectory => Directory.CreateDirectory(Path.Combine(_folder.Path, "work")).FullName;

    /// <summary>Ends the process if need be and starts another for the same client, as a front end does.</summary>
    public void Restart()
    {
        Stop();
        Start();
        Client.WaitUntilHeard();
    }

    /// <summary>Waits until the process has ended by itself.</summary>
    public Task EndedAsync() => _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        _folder.Dispose();
    }

    private void Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DropoutLessons.Cli.dll"), "kernel", "start", _connection]) { WorkingDirectory = WorkingDirectory, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in _environment)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    private void Stop()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }
}
