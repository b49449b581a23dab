namespace DropoutLessons.Kernel.Protocol;

/// <summary>Carries messages over a pair of streams, a line of JSON each: for a front end that starts the kernel as its child and needs no sockets.</summary>
/// <remarks>The end of the input is the end of the front end.</remarks>
internal sealed class StreamChannels : IChannels
{
    private readonly Stream _input;
    private readonly Stream _output;
    private readonly Receiver _receiver;
    private readonly Lock _sending = new();
    private readonly Lock _handingOut = new();
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StreamChannels(Stream input, Stream output, TextWriter notes) => (_input, _output, _receiver) = (input, output, new(notes));

    public event Action<JupyterMessage>? ShellReceived;

    public event Action<JupyterMessage>? ControlReceived;

    public Task FrontEndGone => _gone.Task;

    // A thread of its own, that never waits for a cell: interrupts and heartbeats come this way, too.
    public void Start() => new Thread(Read) { IsBackground = true, Name = "jupyter lines" }.Start();

    public void Publish(JupyterMessage message) => Send("iopub", message);

    public void ReplyOnShell(JupyterMessage message) => Send("shell", message);

    public void ReplyOnControl(JupyterMessage message) => Send("control", message);

    public Task<string> AskAsync(JupyterMessage question)
    {
        var answer = _receiver.Expect();
        Send("stdin", question);
        return answer.Task;
    }

    public Task HandOutArrivedAsync()
    {
        // The reader hands out a whole piece of input under this lock; it holds it unless it waits for more.
        lock (_handingOut)
            return Task.CompletedTask;
    }

    public void Flush()
    {
        lock (_sending)
            _output.Flush();
    }

    public void Dispose() => Flush();

    private void Send(string channel, JupyterMessage message)
    {
        byte[] line = LineFormat.Write(channel, message);
        try
        {
            lock (_sending)
            {
                _output.Write(line);
                _output.Flush();
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // Nobody reads any more; the end of the input says so as well.
        }
    }

    private void Read()
    {
        byte[] buffer = new byte[64 * 1024];
        int held = 0;
        try
        {
            while (_input.Read(buffer, held, buffer.Length - held) is > 0 and int read)
                lock (_handingOut)
                {
                    held = HandOutLines(buffer, held, held + read);
                    if (held == buffer.Length)
                        Array.Resize(ref buffer, buffer.Length * 2);
                }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The pipe broke: the same as its end.
        }
        _gone.TrySetResult();
    }

    /// <summary>Hands out the whole lines and moves the rest to the front.</summary>
    /// <returns>length of the rest</returns>
    private int HandOutLines(byte[] buffer, int searched, int length)
    {
        int start = 0;
        for (int end; (end = buffer.AsSpan(searched, length - searched).IndexOf((byte)'\n')) >= 0; start = searched)
        {
            HandOut(buffer.AsSpan(start, searched + end - start));
            searched += end + 1;
        }
        buffer.AsSpan(start, length - start).CopyTo(buffer);
        return length - start;
    }

    private void HandOut(ReadOnlySpan<byte> line)
    {
        if (line.Trim(" \t\r"u8).IsEmpty)
            return;
        if (!LineFormat.TryRead(line, out string channel, out var message, out string problem))
        {
            _receiver.Ignore(problem);
            return;
        }
        switch (channel)
        {
            case "shell":
                _receiver.HandOut(message, ShellReceived);
                break;
            case "control":
                _receiver.HandOut(message, ControlReceived);
                break;
            case "stdin":
                _receiver.Answer(message);
                break;
            case "hb":
                Send("hb", message);
                break;
            default:
                _receiver.Ignore($"a message on the channel \"{channel}\"; there are shell, control, stdin and hb");
                break;
        }
    }
}
