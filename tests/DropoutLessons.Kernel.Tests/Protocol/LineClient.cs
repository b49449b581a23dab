using System.IO.Pipes;
using System.Text;
using System.Text.Json.Nodes;

namespace DropoutLessons.Kernel.Tests.Protocol;

/// <summary>Is a front end that speaks to its kernel over two pipes, a line of JSON a message.</summary>
internal sealed class LineClient : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly StreamReader _from;
    private readonly Stream _to;
    private int _sent;

    /// <summary>Connects to a kernel within this process.</summary>
    public LineClient()
    {
        var requests = new AnonymousPipeServerStream(PipeDirection.Out);
        var answers = new AnonymousPipeServerStream(PipeDirection.In);
        var (input, output) = (new AnonymousPipeClientStream(PipeDirection.In, requests.ClientSafePipeHandle), new AnonymousPipeClientStream(PipeDirection.Out, answers.ClientSafePipeHandle));
        (_to, _from) = (requests, new(answers));
        Kernel = Task.Run(async () =>
        {
            // Closed as the end of a process closes them: whoever still reads sees the end.
            await using (output)
                await KernelHost.RunAsync(input, output, new("test kernel", "1.0", "A kernel under test.") { Notes = Notes });
        });
    }

    /// <summary>Connects to the pipes of a process.</summary>
    public LineClient(Stream to, Stream from, Task kernel) => (_to, _from, Kernel) = (to, new(from), kernel);

    /// <summary>Ends when the kernel has ended.</summary>
    public Task Kernel { get; }

    /// <summary>What the kernel noted.</summary>
    public StringWriter Notes { get; } = new();

    public string Send(string type, JsonObject content, string channel = "shell")
    {
        string id = (++_sent).ToString(System.Globalization.CultureInfo.InvariantCulture);
        SendLine(new JsonObject { ["channel"] = channel, ["header"] = new JsonObject { ["msg_id"] = id, ["session"] = "s", ["msg_type"] = type }, ["content"] = content }.ToJsonString());
        return id;
    }

    public void SendLine(string line)
    {
        _to.Write(Encoding.UTF8.GetBytes(line + "\n"));
        _to.Flush();
    }

    public string Execute(string code) => Send("execute_request", new() { ["code"] = code, ["allow_stdin"] = true });

    /// <summary>Reads the next message.</summary>
    public (string Channel, string Type, string? Parent, JsonObject Content) Read()
    {
        string? line = Task.Run(_from.ReadLine).WaitAsync(s_patience).GetAwaiter().GetResult();
        var message = JsonNode.Parse(line ?? throw new EndOfStreamException("The kernel has ended."))!;
        return ((string)message["channel"]!, (string?)message["header"]!["msg_type"] ?? "", (string?)message["parent_header"]!["msg_id"], message["content"]!.AsObject());
    }

    /// <summary>Reads on to a message of this type that answers a request.</summary>
    public JsonObject WaitFor(string id, string type)
    {
        while (true)
        {
            var message = Read();
            if (message.Type == type && message.Parent == id)
                return message.Content;
            Assert.False(message.Parent == id && (string?)message.Content["execution_state"] == "idle", $"The request is answered, and no {type} came.");
        }
    }

    /// <summary>Ends the input, and waits for the kernel to end with it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _to.DisposeAsync();
        await Kernel.WaitAsync(s_patience);
        _from.Dispose();
    }
}
