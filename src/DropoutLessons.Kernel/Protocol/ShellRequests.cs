using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace DropoutLessons.Kernel.Protocol;

/// <summary>Answers the requests of the shell channel, one after the other; those about code that is being typed do not wait for a long cell.</summary>
internal sealed class ShellRequests(IChannels channels, CSharpSession session, KernelOptions options, TextWriter notes)
{
    private const string ExitMessage = "The cell has ended the kernel's process, as Environment.Exit does. The front end starts it anew; variables are lost. To end a cell early, use return.";

    private readonly Channel<(JupyterMessage Request, TaskCompletionSource Done)> _queue = Channel.CreateUnbounded<(JupyterMessage, TaskCompletionSource)>(new() { SingleReader = true });
    private readonly LanguageRequests _language = new(channels, session, notes);
    private volatile JupyterMessage? _executing;
    private readonly TaskCompletionSource _firstCell = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _latest = Task.CompletedTask;
    private readonly History _history = new();
    private int _executionCount;

    // How many requests came, how many were taken up, and up to which of them they are to be aborted.
    private long _received;
    private long _handled;
    private long _abortUpTo;

    private volatile CancellationTokenSource? _interrupt;

    /// <summary>Takes a request; called on the thread messages arrive on.</summary>
    public void Take(JupyterMessage request)
    {
        if (LanguageRequests.Answers(request.Type))
        {
            _language.Take(request, _latest);
            return;
        }
        Interlocked.Increment(ref _received);
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Writer.TryWrite((request, done));
        _latest = done.Task;
    }

    /// <summary>Ends the cell of the request that is being answered, also when it has only just been announced; without one, does nothing.</summary>
    public void Interrupt()
    {
        try
        {
            _interrupt?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The cell ended by itself in this very moment.
        }
    }

    /// <summary>Ends the running cell's request in the protocol's words when the cell has called Environment.Exit: the front end would wait for ever otherwise.</summary>
    public void SayFarewell()
    {
        if (_executing is not { } request)
            return;
        var error = ErrorContent(new("KernelExit", ExitMessage, [ExitMessage]));
        channels.Publish(JupyterMessage.Answer(request, "error", error.DeepClone().AsObject()));
        error["status"] = "error";
        error["execution_count"] = _executionCount;
        Reply(request, "execute_reply", error);
        Status(request, "idle");
        channels.Flush();
    }

    /// <summary>Answers requests until <paramref name="cancellation"/>.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var language = Task.Run(() => _language.RunAsync(() => _executing, _firstCell.Task, cancellation), cancellation);
        await foreach (var (request, done) in _queue.Reader.ReadAllAsync(cancellation))
        {
            bool isAborted = ++_handled <= _abortUpTo && request.Type == "execute_request";
            Status(request, "busy");
            try
            {
                if (isAborted)
                    Reply(request, "execute_reply", new() { ["status"] = "aborted", ["execution_count"] = _executionCount });
                else
                    await HandleAsync(request, cancellation);
            }
            catch (Exception e) when (e is InvalidOperationException or FormatException or KeyNotFoundException)
            {
                // A request with parts of another kind than the protocol says must not end the kernel.
                notes.WriteLine($"The kernel could not answer a {request.Type}: {e.Message}");
            }
            Status(request, "idle");
            done.SetResult();
            if (request.Type == "execute_request")
                _firstCell.TrySetResult();
        }
        await language;
    }

    private async Task HandleAsync(JupyterMessage request, CancellationToken cancellation)
    {
        var content = request.Content;
        switch (request.Type)
        {
            case "execute_request":
                await ExecuteAsync(request, cancellation);
                break;
            case "kernel_info_request":
                Reply(request, "kernel_info_reply", KernelInfo.Reply(options));
                break;
            case "comm_info_request":
                Reply(request, "comm_info_reply", new() { ["status"] = "ok", ["comms"] = new JsonObject() });
                break;
            case "comm_open":
                // There is nothing here to talk to; the protocol's answer to that is to close at once.
                channels.Publish(JupyterMessage.Answer(request, "comm_close", new() { ["comm_id"] = (string?)content["comm_id"], ["data"] = new JsonObject() }));
                break;
            case "comm_msg" or "comm_close":
                // Of one that is closed already.
                break;
            case "history_request":
                Reply(request, "history_reply", _history.Reply(content));
                break;
            default:
                notes.WriteLine($"The kernel does not know the request {request.Type}.");
                break;
        }
    }

    private async Task ExecuteAsync(JupyterMessage request, CancellationToken cancellation)
    {
        var content = request.Content;
        string code = (string?)content["code"] ?? "";
        bool isSilent = (bool?)content["silent"] ?? false;
        bool isStored = !isSilent && ((bool?)content["store_history"] ?? true);
        if (isStored)
            _history.Add(++_executionCount, code);

        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _interrupt = interrupt;
        using var output = new CellOutput(channels, request);
        _executing = request;
        if (!isSilent)
            output.Publish("execute_input", new() { ["code"] = code, ["execution_count"] = _executionCount });
        var result = string.IsNullOrWhiteSpace(code) ? new(null, null, null, []) : await session.ExecuteAsync(code, isSilent ? NullSink.Instance : output, new StdinInput(channels, request, output), isStored ? $"cell {_executionCount}" : "unnumbered cell", interrupt.Token);
        _executing = null;

        if (result.Error is { } error)
        {
            await FailAsync(request, output, error, isSilent);
            return;
        }
        if (!isSilent && result.Shown is { } shown)
            output.Publish("execute_result", new() { ["execution_count"] = _executionCount, ["data"] = shown.ToJson(), ["metadata"] = new JsonObject() });
        output.Flush();
        var expressions = await EvaluateAsync(content["user_expressions"] as JsonObject, interrupt.Token);
        Reply(request, "execute_reply", new() { ["status"] = "ok", ["execution_count"] = _executionCount, ["user_expressions"] = expressions, ["payload"] = new JsonArray() });
    }

    private async Task FailAsync(JupyterMessage request, CellOutput output, CellError error, bool isSilent)
    {
        if (!isSilent)
            output.Publish("error", ErrorContent(error));
        var reply = ErrorContent(error);
        reply["status"] = "error";
        reply["execution_count"] = _executionCount;
        // Whatever has arrived by now was sent in ignorance of the error and is aborted; what comes after the reply is not.
        await channels.HandOutArrivedAsync();
        if ((bool?)request.Content["stop_on_error"] ?? true)
            _abortUpTo = Interlocked.Read(ref _received);
        Reply(request, "execute_reply", reply);
    }

    private async Task<JsonObject> EvaluateAsync(JsonObject? expressions, CancellationToken cancellation)
    {
        var values = new JsonObject();
        foreach (var (name, expression) in expressions ?? [])
        {
            var result = await session.ExecuteAsync((string?)expression ?? "", NullSink.Instance, input: null, $"expression {name}", cancellation);
            var value = result.Error is { } error ? ErrorContent(error) : new() { ["data"] = (result.Shown ?? MimeBundle.Text("null")).ToJson(), ["metadata"] = new JsonObject() };
            value["status"] = result.Error is null ? "ok" : "error";
            values[name] = value;
        }
        return values;
    }

    private static JsonObject ErrorContent(CellError error)
    {
        var content = OutputJson.Error(error);
        content.Remove("output_type");
        return content;
    }

    private void Status(JupyterMessage request, string state) => channels.Publish(JupyterMessage.Answer(request, "status", new() { ["execution_state"] = state }));

    private void Reply(JupyterMessage request, string type, JsonObject content) => channels.ReplyOnShell(JupyterMessage.Answer(request, type, content));
}
