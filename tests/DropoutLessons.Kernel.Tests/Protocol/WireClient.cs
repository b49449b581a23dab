using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;

namespace DropoutLessons.Kernel.Tests.Protocol;

/// <summary>Is a front end reduced to its sockets; it signs and verifies by itself, so that it would notice a kernel that does not.</summary>
internal sealed class WireClient : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(16);
    private readonly DealerSocket _shell = new();
    private readonly DealerSocket _control = new();
    private readonly DealerSocket _stdin = new();
    private readonly SubscriberSocket _iopub = new();
    private readonly RequestSocket _heartbeat = new();
    private readonly byte[] _identity = Guid.NewGuid().ToByteArray();
    private readonly int[] _ports;
    private readonly CancellationTokenSource _end = new();

    /// <summary>Starts a kernel and connects to it.</summary>
    /// <param name="start">serves the connection file until it is cancelled; a kernel within this process when null</param>
    public WireClient(Func<string, CancellationToken, Task>? start = null)
    {
        int[] ports = FreePorts(5);
        string key = Convert.ToHexStringLower(_key);
        _key = Encoding.ASCII.GetBytes(key);
        string file = _folder.Write("connection.json", new JsonObject
        {
            ["transport"] = "tcp",
            ["ip"] = "127.0.0.1",
            ["key"] = key,
            ["signature_scheme"] = "hmac-sha256",
            ["shell_port"] = ports[0],
            ["control_port"] = ports[1],
            ["stdin_port"] = ports[2],
            ["iopub_port"] = ports[3],
            ["hb_port"] = ports[4],
        }.ToJsonString());
        start ??= (connection, cancellation) => KernelHost.RunAsync(connection, new("test kernel", "1.0", "A kernel under test.") { Notes = TextWriter.Synchronized(Notes) }, cancellation);
        Kernel = Task.Run(() => start(file, _end.Token));
        _ports = ports;
        Connect();
    }

    // Another front end of the same kernel.
    private WireClient(WireClient first)
    {
        (_ports, _key, Kernel) = (first._ports, first._key, Task.CompletedTask);
        Connect();
    }

    private void Connect()
    {
        // A kernel asks back on the identity of the socket that sent the cell.
        (_shell.Options.Identity, _stdin.Options.Identity) = (_identity, _identity);
        _iopub.SubscribeToAnyTopic();
        _shell.Connect($"tcp://127.0.0.1:{_ports[0]}");
        _control.Connect($"tcp://127.0.0.1:{_ports[1]}");
        _stdin.Connect($"tcp://127.0.0.1:{_ports[2]}");
        _iopub.Connect($"tcp://127.0.0.1:{_ports[3]}");
        _heartbeat.Connect($"tcp://127.0.0.1:{_ports[4]}");
        WaitUntilHeard();
    }

    /// <summary>Connects a further front end to the kernel.</summary>
    public WireClient Another() => new(this);

    /// <summary>Ends when the kernel has ended.</summary>
    public Task Kernel { get; }

    /// <summary>What a kernel within this process noted of messages it could not use.</summary>
    public StringWriter Notes { get; } = new();

    /// <summary>Waits until the kernel answers on every channel; a subscription takes a moment to reach the publisher.</summary>
    public void WaitUntilHeard()
    {
        while (!HearsTheKernel())
        {
        }
    }

    public string Send(string type, JsonObject content, bool onControl = false, byte[]? key = null) => Send(type, content, onControl ? _control : _shell, key);

    private string Send(string type, JsonObject content, DealerSocket socket, byte[]? key = null)
    {
        string id = Guid.NewGuid().ToString();
        var header = new JsonObject { ["msg_id"] = id, ["session"] = "client", ["username"] = "test", ["date"] = "2026-01-01T00:00:00Z", ["msg_type"] = type, ["version"] = "5.4" };
        byte[][] parts = [Bytes(header), "{}"u8.ToArray(), "{}"u8.ToArray(), Bytes(content)];
        socket.SendMultipartMessage(new NetMQMessage([.. new[] { "<IDS|MSG>"u8.ToArray(), Sign(parts, key ?? _key) }, .. parts]));
        return id;
    }

    /// <summary>Sends parts that may be anything, rightly signed.</summary>
    public void SendSigned(byte[][] parts, bool onControl) => SendFrames([.. new[] { "<IDS|MSG>"u8.ToArray(), Sign(parts, _key) }, .. parts], onControl);

    public void SendFrames(byte[][] frames, bool onControl = false) => (onControl ? _control : _shell).SendMultipartMessage(new NetMQMessage(frames));

    public string Execute(string code, bool silent = false, bool storeHistory = true, bool stopOnError = true, JsonObject? expressions = null, bool allowStdin = false) =>
        Send("execute_request", new() { ["code"] = code, ["silent"] = silent, ["store_history"] = storeHistory, ["stop_on_error"] = stopOnError, ["user_expressions"] = expressions ?? [], ["allow_stdin"] = allowStdin });

    /// <summary>Waits until the kernel asks.</summary>
    public JsonObject Question() => Receive(_stdin, s_patience) is (_, "input_request", var question) ? question
        : throw new InvalidOperationException("The kernel says something else than input_request on its stdin channel.");

    /// <summary>Waits until the kernel asks, and answers.</summary>
    /// <returns>what the kernel asked</returns>
    public JsonObject Answer(string value)
    {
        var question = Question();
        Send("input_reply", new() { ["value"] = value }, _stdin);
        return question;
    }

    /// <summary>Waits for the reply to a request.</summary>
    public (string Type, JsonObject Content) Reply(string id, bool onControl = false)
    {
        while (true)
            if (Receive(onControl ? _control : _shell, s_patience) is var (parent, type, content) && parent == id)
                return (type, content);
    }

    /// <summary>Collects what is published for a request, up to and with its idle status.</summary>
    public List<(string Type, JsonObject Content)> Published(string id)
    {
        var all = new List<(string, JsonObject)>();
        while (true)
        {
            if (Receive(_iopub, s_patience) is not var (parent, type, content) || parent != id)
                continue;
            all.Add((type, content));
            if (type == "status" && (string?)content["execution_state"] == "idle")
                return all;
        }
    }

    /// <summary>Waits until something of this type is published for a request.</summary>
    public JsonObject WaitFor(string id, string type)
    {
        while (true)
            if (Receive(_iopub, s_patience) is var (parent, found, content) && parent == id && found == type)
                return content;
    }

    public byte[] Beat(byte[] sign)
    {
        _heartbeat.SendFrame(sign);
        Assert.True(_heartbeat.TryReceiveFrameBytes(s_patience, out byte[]? echo), "The heartbeat does not answer.");
        return echo!;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Kernel.WaitAsync(s_patience);
        foreach (NetMQSocket socket in new NetMQSocket[] { _shell, _control, _stdin, _iopub, _heartbeat })
            socket.Dispose();
        _end.Dispose();
        _folder.Dispose();
    }

    private bool HearsTheKernel()
    {
        string id = Send("kernel_info_request", []);
        Reply(id);
        var answer = Receive(_iopub, TimeSpan.FromMilliseconds(300));
        while (answer is not null && !(answer.Value.Parent == id && (string?)answer.Value.Content["execution_state"] == "idle"))
            answer = Receive(_iopub, TimeSpan.FromMilliseconds(300));
        return answer is not null;
    }

    private (string? Parent, string Type, JsonObject Content)? Receive(NetMQSocket socket, TimeSpan patience)
    {
        NetMQMessage? frames = null;
        if (!socket.TryReceiveMultipartMessage(patience, ref frames))
            return patience < s_patience ? null : throw new TimeoutException("The kernel does not answer.");
        byte[][] all = [.. frames!.Select(frame => frame.ToByteArray())];
        int at = Array.FindIndex(all, frame => frame.AsSpan().SequenceEqual("<IDS|MSG>"u8));
        Assert.Equal(Encoding.ASCII.GetString(Sign(all[(at + 2)..(at + 6)], _key)), Encoding.ASCII.GetString(all[at + 1]));
        JsonObject Part(int i) => JsonNode.Parse(all[at + i])!.AsObject();
        return ((string?)Part(3)["msg_id"], (string)Part(2)["msg_type"]!, Part(5));
    }

    private static byte[] Sign(byte[][] parts, byte[] key) => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(key, parts.SelectMany(part => part).ToArray())));

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners)
            listener.Start();
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (var listener in listeners)
            listener.Dispose();
        return ports;
    }
}
