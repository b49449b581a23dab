using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using DropoutLessons.Kernel.Protocol;

namespace DropoutLessons.Kernel;

/// <summary>Is the Jupyter kernel: a <see cref="CSharpSession"/> behind the five sockets of the protocol.</summary>
public static class KernelHost
{
    private static readonly TimeSpan s_parentCheck = TimeSpan.FromSeconds(5);

    /// <summary>Serves a front end until it asks for shutdown or its process is gone.</summary>
    /// <param name="connectionFile">path of the file that holds addresses and key</param>
    /// <param name="options">what the kernel tells of itself</param>
    /// <param name="cancellation">ends the kernel</param>
    /// <exception cref="IOException">The connection file cannot be used; the message says why.</exception>
    public static async Task RunAsync(string connectionFile, KernelOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var session = new CSharpSession();
        using var channels = new Channels(ConnectionFile.Load(connectionFile));
        var shell = new ShellRequests(channels, session, options);
        channels.ShellReceived += shell.Take;
        channels.ControlReceived += request => Control(channels, shell, options, request, end);

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
        var warmUp = session.ExecuteAsync("\"ready\"", NullSink.Instance, CancellationToken.None);
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

    private static void Control(Channels channels, ShellRequests shell, KernelOptions options, JupyterMessage request, CancellationTokenSource end)
    {
        void Reply(string type, JsonObject content) => channels.ReplyOnControl(JupyterMessage.Answer(request, type, content));
        void Status(string state) => channels.Publish(JupyterMessage.Answer(request, "status", new() { ["execution_state"] = state }));

        Status("busy");
        switch (request.Type)
        {
            case "interrupt_request":
                shell.Interrupt();
                Reply("interrupt_reply", new() { ["status"] = "ok" });
                break;
            case "shutdown_request":
                Reply("shutdown_reply", new() { ["status"] = "ok", ["restart"] = request.Content["restart"]?.DeepClone() ?? false });
                break;
            case "kernel_info_request":
                Reply("kernel_info_reply", KernelInfo.Reply(options));
                break;
            case "debug_request":
                Reply("debug_reply", new() { ["type"] = "response", ["success"] = false, ["message"] = "This kernel has no debugger.", ["command"] = request.Content["command"]?.DeepClone(), ["request_seq"] = request.Content["seq"]?.DeepClone() });
                break;
            default:
                Console.Error.WriteLine($"The kernel does not know the request {request.Type} on its control channel.");
                break;
        }
        Status("idle");
        if (request.Type == "shutdown_request")
            end.Cancel();
    }

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
