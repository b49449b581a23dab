using NetMQ;
using NetMQ.Sockets;

namespace DropoutLessons.Kernel.Protocol;

/// <summary>Holds the kernel's sockets. One thread touches them; everything sent from elsewhere is handed to it.</summary>
internal sealed class Channels : IDisposable
{
    private static readonly TimeSpan s_linger = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_sending = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan s_connecting = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_retry = TimeSpan.FromMilliseconds(50);

    private readonly WireFormat _wire;
    private readonly RouterSocket _shell = new();
    private readonly RouterSocket _control = new();
    private readonly RouterSocket _stdin = new();
    private readonly PublisherSocket _iopub = new();
    private readonly NetMQQueue<Action> _posted = new();
    private readonly NetMQPoller _poller;
    private readonly Heartbeat _heartbeat;
    private volatile TaskCompletionSource<string>? _answer;

    public Channels(ConnectionFile connection)
    {
        _wire = new(connection.Key);
        foreach (NetMQSocket socket in new NetMQSocket[] { _shell, _control, _stdin, _iopub })
        {
            socket.Options.Linger = s_linger;
            socket.Options.SendHighWatermark = 0;
        }
        // Without this a question nobody receives is dropped, and its cell waits for ever.
        _stdin.Options.RouterMandatory = true;
        _shell.Bind(connection.Address(connection.ShellPort));
        _control.Bind(connection.Address(connection.ControlPort));
        _stdin.Bind(connection.Address(connection.StdinPort));
        _iopub.Bind(connection.Address(connection.IopubPort));
        _heartbeat = new(connection.Address(connection.HeartbeatPort));

        _shell.ReceiveReady += (_, _) => ReceiveAll(_shell, message => ShellReceived?.Invoke(message));
        _control.ReceiveReady += (_, _) => ReceiveAll(_control, message => ControlReceived?.Invoke(message));
        _posted.ReceiveReady += (_, _) => RunPosted();
        _stdin.ReceiveReady += (_, _) => ReceiveAll(_stdin, message => _answer?.TrySetResult((string?)message.Content["value"] ?? ""));
        _poller = [_shell, _control, _stdin, _posted];
    }

    /// <summary>Told, on the sockets' thread, of each message on the shell channel.</summary>
    public event Action<JupyterMessage>? ShellReceived;

    /// <summary>Told, on the sockets' thread, of each message on the control channel.</summary>
    public event Action<JupyterMessage>? ControlReceived;

    public void Start() => _poller.RunAsync("jupyter sockets");

    /// <summary>Sends a message to everybody who watches.</summary>
    public void Publish(JupyterMessage message) =>
        Post(() => _iopub.SendMultipartMessage(_wire.Write(message with { Identities = [System.Text.Encoding.ASCII.GetBytes(message.Type)] })));

    public void ReplyOnShell(JupyterMessage message) => Post(() => _shell.SendMultipartMessage(_wire.Write(message)));

    public void ReplyOnControl(JupyterMessage message) => Post(() => _control.SendMultipartMessage(_wire.Write(message)));

    /// <summary>Asks a front end and waits for its answer; a question asked before and not answered is given up.</summary>
    public Task<string> AskAsync(JupyterMessage question)
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _answer?.TrySetCanceled();
        _answer = answer;
        Post(() => SendQuestion(question, answer, Environment.TickCount64 + (long)s_connecting.TotalMilliseconds));
        return answer.Task;
    }

    // A front end connects its sockets one by one: one that has sent a cell may not yet be there to be asked.
    private void SendQuestion(JupyterMessage question, TaskCompletionSource<string> answer, long end)
    {
        try
        {
            _stdin.SendMultipartMessage(_wire.Write(question));
        }
        catch (HostUnreachableException) when (Environment.TickCount64 < end)
        {
            _ = Task.Delay(s_retry).ContinueWith(_ => Post(() => SendQuestion(question, answer, end)), TaskScheduler.Default);
        }
        catch (HostUnreachableException)
        {
            answer.TrySetException(new InvalidOperationException("This front end allows input and has no channel for it."));
        }
    }

    /// <summary>Waits until every message that has arrived on the shell channel by now has been handed out.</summary>
    public Task HandOutArrivedAsync()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() =>
        {
            ReceiveAll(_shell, message => ShellReceived?.Invoke(message));
            done.SetResult();
        });
        return done.Task;
    }

    /// <summary>Waits until what was posted is with the sockets, and a moment for them to send it: the process is about to end.</summary>
    public void Flush()
    {
        HandOver();
        Thread.Sleep(s_sending);
    }

    public void Dispose()
    {
        // What was posted before still goes out: a shutdown_reply, for one.
        HandOver();
        _poller.Stop();
        _poller.Dispose();
        _posted.Dispose();
        _shell.Dispose();
        _control.Dispose();
        _stdin.Dispose();
        _iopub.Dispose();
        _heartbeat.Dispose();
    }

    private void HandOver()
    {
        using var sent = new ManualResetEventSlim();
        Post(sent.Set);
        sent.Wait(s_linger);
    }

    private void Post(Action action)
    {
        try
        {
            _posted.Enqueue(action);
        }
        catch (ObjectDisposedException)
        {
            // A thread a cell left behind still prints while the kernel ends; nobody listens any more.
        }
    }

    private void RunPosted()
    {
        while (_posted.TryDequeue(out var action, TimeSpan.Zero))
            action();
    }

    private void ReceiveAll(NetMQSocket socket, Action<JupyterMessage> handle)
    {
        NetMQMessage? frames = null;
        while (socket.TryReceiveMultipartMessage(ref frames))
        {
            if (!_wire.TryRead(frames!, out var message, out string problem))
                Console.Error.WriteLine($"The kernel ignored {problem}.");
            else
                Handle(message, handle);
            frames = null;
        }
    }

    // A message with content of another kind than the protocol says must not end the thread of all sockets.
    private static void Handle(JupyterMessage message, Action<JupyterMessage> handle)
    {
        try
        {
            handle(message);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or KeyNotFoundException)
        {
            Console.Error.WriteLine($"The kernel could not answer a {message.Type}: {e.Message}");
        }
    }
}
