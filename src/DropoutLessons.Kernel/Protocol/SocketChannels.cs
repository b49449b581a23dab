using NetMQ;
using NetMQ.Sockets;

namespace DropoutLessons.Kernel.Protocol;

/// <summary>Carries messages over the five ZeroMQ sockets of the protocol. One thread touches them; everything sent from elsewhere is handed to it.</summary>
internal sealed class SocketChannels : IChannels
{
    private static readonly TimeSpan s_linger = TimeSpan.FromSeconds(2);
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
    private readonly Receiver _receiver;
    private int _isDisposed;

    public SocketChannels(ConnectionFile connection, TextWriter notes)
    {
        _wire = new(connection.Key);
        _receiver = new(notes);
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

        _shell.ReceiveReady += (_, _) => ReceiveAll(_shell, message => _receiver.HandOut(message, ShellReceived));
        _control.ReceiveReady += (_, _) => ReceiveAll(_control, message => _receiver.HandOut(message, ControlReceived));
        _posted.ReceiveReady += (_, _) => RunPosted();
        _stdin.ReceiveReady += (_, _) => ReceiveAll(_stdin, _receiver.Answer);
        _poller = [_shell, _control, _stdin, _posted];
    }

    public event Action<JupyterMessage>? ShellReceived;

    public event Action<JupyterMessage>? ControlReceived;

    // Sockets reconnect: that nobody is there now does not mean that nobody comes.
    public Task FrontEndGone { get; } = new TaskCompletionSource().Task;

    public void Start() => _poller.RunAsync("jupyter sockets");

    public void Publish(JupyterMessage message) =>
        Post(() => _iopub.SendMultipartMessage(_wire.Write(message with { Identities = [System.Text.Encoding.ASCII.GetBytes(message.Type)] })));

    public void ReplyOnShell(JupyterMessage message) => Post(() => _shell.SendMultipartMessage(_wire.Write(message)));

    public void ReplyOnControl(JupyterMessage message) => Post(() => _control.SendMultipartMessage(_wire.Write(message)));

    public Task<string> AskAsync(JupyterMessage question)
    {
        var answer = _receiver.Expect();
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

    public Task HandOutArrivedAsync()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() =>
        {
            ReceiveAll(_shell, message => _receiver.HandOut(message, ShellReceived));
            done.SetResult();
        });
        return done.Task;
    }

    public void Flush()
    {
        Dispose();
        // The sockets send in the background; only the end of all of them says that they have.
        Task.Run(() => NetMQConfig.Cleanup(block: true)).Wait(s_linger);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
            return;
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
            if (_wire.TryRead(frames!, out var message, out string problem))
                handle(message);
            else
                _receiver.Ignore(problem);
            frames = null;
        }
    }
}
