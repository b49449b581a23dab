using System.Diagnostics;
using System.Text.Json;

namespace DropoutLessons.Cli.Grading;

/// <summary>Keeps a compiler at hand in another process, and starts a new one when it got lost or old.</summary>
internal sealed class CompilerProcess : IDisposable
{
    // The compiler keeps what it has seen; a new one now and then keeps memory flat.
    private const int MostSubmissions = 300;
    private const string HeapLimit = "60000000";

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private Process? _process;
    private int _compiled;

    /// <summary>Compiles a submission.</summary>
    /// <param name="request">the submission and what it has to define</param>
    /// <param name="cancellation">gives up, and the process with it</param>
    /// <returns>the result; for code that the compiler cannot manage, a failure that says so</returns>
    public async Task<CompiledSubmission> CompileAsync(CompileRequest request, CancellationToken cancellation)
    {
        if (_compiled++ >= MostSubmissions)
            Stop();
        _process ??= Start();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(s_limit);
        try
        {
            await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request).AsMemory(), time.Token);
            await _process.StandardInput.FlushAsync(time.Token);
            string line = await _process.StandardOutput.ReadLineAsync(time.Token) ?? throw new EndOfStreamException();
            return JsonSerializer.Deserialize<CompiledSubmission>(line)!;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            Stop();
            cancellation.ThrowIfCancellationRequested();
            return CompiledSubmission.NotUsable("The compiler could not manage this code within its time and memory. Is an expression nested very deeply?");
        }
    }

    public void Dispose() => Stop();

    private static Process Start()
    {
        var start = new ProcessStartInfo(ThisTool.CommandLine[0], [.. ThisTool.CommandLine.Skip(1), CompilerHost.CommandName])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        // It lives for a few seconds: what pays in a server does not pay here.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        var process = Process.Start(start) ?? throw new UnusableInputException($"The compiler's process {start.FileName} could not be started.");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    private void Stop()
    {
        _compiled = 0;
        if (_process is not { } process)
            return;
        _process = null;
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
        process.Dispose();
    }
}
