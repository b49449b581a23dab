using System.Runtime.InteropServices;
using DropoutLessons.Kernel.Protocol;

namespace DropoutLessons.Kernel;

/// <summary>Is the Jupyter kernel: a <see cref="CSharpSession"/> behind the protocol's channels.</summary>
public static class KernelHost
{
    private static readonly TimeSpan s_parentCheck = TimeSpan.FromSeconds(5);

    /// <summary>Serves a front end over the protocol's five sockets until it asks for shutdown or its process is gone.</summary>
    /// <param name="connectionFile">path of the file that holds addresses and key</param>
    /// <param name="options">what the kernel tells of itself</param>
    /// <param name="cancellation">ends the kernel</param>
    /// <exception cref="IOException">The connection file cannot be used; the message says why.</exception>
    public static async Task RunAsync(string connectionFile, KernelOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var notes = Notes(options);
        using var channels = new SocketChannels(ConnectionFile.Load(connectionFile), notes);
        await ServeAsync(channels, notes, options, cancellation);
    }

    /// <summary>Serves a front end over two streams, a message a line, until it asks for shutdown or the input ends.</summary>
    /// <param name="input">messages of the front end</param>
    /// <param name="output">messages of the kernel; nothing else is written there</param>
    /// <param name="options">what the kernel tells of itself</param>
    /// <param name="cancellation">ends the kernel</param>
    public static async Task RunAsync(Stream input, Stream output, KernelOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var notes = Notes(options);
        using var channels = new StreamChannels(input, output, notes);
        await ServeAsync(channels, notes, options, cancellation);
    }

    /// <summary>Serves the process that started this one over its standard streams, which are kept from cells and their child processes.</summary>
    /// <param name="options">what the kernel tells of itself</param>
    /// <param name="cancellation">ends the kernel</param>
    /// <exception cref="IOException">The system does not give the streams away.</exception>
    public static Task RunOverStandardStreamsAsync(KernelOptions options, CancellationToken cancellation = default)
    {
        var (input, output) = ProtocolStreams.Take();
        return RunAsync(input, output, options, cancellation);
    }

    private static async Task ServeAsync(IChannels channels, TextWriter notes, KernelOptions options, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var session = new CSharpSession();
        var shell = new ShellRequests(channels, session, options, notes);
        channels.ShellReceived += shell.Take;
        channels.ControlReceived += new ControlRequests(channels, shell, options, notes, end).Take;
        _ = channels.FrontEndGone.ContinueWith(_ => end.Cancel(), end.Token, TaskContinuationOptions.None, TaskScheduler.Default);

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            shell.Interrupt();
        });
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            end.Cancel();
        });
        if (options.CatchesRawOutput)
            session.CatchRawOutput();
        EventHandler farewell = (_, _) => shell.SayFarewell();
        AppDomain.CurrentDomain.ProcessExit += farewell;
        channels.Publish(JupyterMessage.Unasked("status", new() { ["execution_state"] = "starting" }));
        channels.Start();
        // The first submission costs most of a second of compiler start; it runs while the front end still connects. Requests wait for it: a kernel that says it is ready is.
        var warmUp = session.ExecuteAsync("\"ready\"", NullSink.Instance, input: null, "warm-up", CancellationToken.None);
        var parent = EndWithParentAsync(end);
        try
        {
            await warmUp.WaitAsync(end.Token);
            await shell.RunAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            session.Interrupt();
        }
        AppDomain.CurrentDomain.ProcessExit -= farewell;
        await parent;
    }

    // A stream of its own: what the kernel notes is not what a cell prints, and must not be caught as such.
    private static TextWriter Notes(KernelOptions options) => options.Notes ?? TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError()) { AutoFlush = true });

    // A front end that was killed cannot say goodbye; without this its kernels would stay for ever.
    private static async Task EndWithParentAsync(CancellationTokenSource end)
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), out int parent) || parent <= 1)
            return;
        using var timer = new PeriodicTimer(s_parentCheck);
        try
        {
            while (await timer.WaitForNextTickAsync(end.Token))
                if (!IsAlive(parent))
                    await end.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The kernel ends for another reason.
        }
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
