using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace DropoutLessons.Kernel.Protocol;

/// <summary>Answers the requests about code that is being typed: completion, inspection, signatures, diagnostics, completeness.</summary>
/// <remarks>
/// They wait for what was sent before them, for a cell declares what is typed next; but not for a cell that takes long.
/// signature_help_request and diagnostics_request are the kernel's own; every one may carry "cells_above": code of cells that have not run.
/// </remarks>
internal sealed class LanguageRequests(IChannels channels, CSharpSession session, TextWriter notes)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(250);

    private readonly Channel<(JupyterMessage Request, Task Before)> _queue = Channel.CreateUnbounded<(JupyterMessage, Task)>(new() { SingleReader = true });

    /// <summary>Whether a request is of this kind.</summary>
    public static bool Answers(string type) => type is "complete_request" or "inspect_request" or "is_complete_request" or "signature_help_request" or "diagnostics_request";

    /// <summary>Takes a request; called on the thread messages arrive on.</summary>
    /// <param name="request">the request</param>
    /// <param name="before">ends when everything sent before it is answered</param>
    public void Take(JupyterMessage request, Task before) => _queue.Writer.TryWrite((request, before));

    /// <summary>Answers requests until <paramref name="cancellation"/>.</summary>
    /// <param name="executing">the request of the cell that runs, or null</param>
    /// <param name="firstCell">ends when a first cell has been answered</param>
    /// <param name="cancellation">ends the loop</param>
    public async Task RunAsync(Func<JupyterMessage?> executing, Task firstCell, CancellationToken cancellation)
    {
        // The first question costs the better part of a second; who has run a cell will type the next one.
        var first = _queue.Reader.WaitToReadAsync(cancellation).AsTask();
        if (await Task.WhenAny(first, firstCell) == firstCell)
            await PrepareAsync(cancellation);
        await foreach (var (request, before) in _queue.Reader.ReadAllAsync(cancellation))
        {
            if (!before.IsCompleted)
                await Task.WhenAny(before, Task.Delay(s_patience, cancellation));
            Status(request, "busy");
            try
            {
                var (type, content) = await AnswerAsync(request, cancellation);
                channels.ReplyOnShell(JupyterMessage.Answer(request, type, content));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A broken request, or a fault of the compiler's services, must not leave the front end waiting, nor end help with typing.
                notes.WriteLine($"The kernel could not answer a {request.Type}: {e.Message}");
                channels.ReplyOnShell(JupyterMessage.Answer(request, request.Type.Replace("_request", "_reply", StringComparison.Ordinal), new() { ["status"] = "error", ["ename"] = e.GetType().Name, ["evalue"] = e.Message, ["traceback"] = new JsonArray() }));
            }
            Status(request, "idle");
            // Front ends show the latest status, whatever it answers.
            if (executing() is { } cell)
                Status(cell, "busy");
        }
    }

    private async Task PrepareAsync(CancellationToken cancellation)
    {
        try
        {
            await session.PrepareQuestionsAsync(cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            notes.WriteLine($"Help with typing is not ready yet: {e.Message}");
        }
    }

    private async Task<(string Type, JsonObject Content)> AnswerAsync(JupyterMessage request, CancellationToken cancellation)
    {
        string code = (string?)request.Content["code"] ?? "";
        var typed = new TypedCode(code, CursorPosition.ToIndex(code, (int?)request.Content["cursor_pos"] ?? code.Length))
        {
            Above = request.Content["cells_above"] is JsonArray cells ? [.. cells.Select(cell => (string?)cell ?? "")] : [],
        };
        return request.Type switch
        {
            "complete_request" => ("complete_reply", Completion(code, await session.CompleteAsync(typed, cancellation))),
            "inspect_request" => ("inspect_reply", Inspection(await session.InspectAsync(typed, cancellation))),
            "signature_help_request" => ("signature_help_reply", Signatures(await session.SignaturesAsync(typed, cancellation))),
            "diagnostics_request" => ("diagnostics_reply", Diagnostics(await session.DiagnosticsAsync(typed, cancellation))),
            _ => ("is_complete_reply", Completeness(CSharpSession.IsComplete(code))),
        };
    }

    private static JsonObject Completion(string code, CompletionResult completion)
    {
        int start = CursorPosition.FromIndex(code, completion.Start), end = CursorPosition.FromIndex(code, completion.End);
        return new()
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. completion.Entries.Select(entry => JsonValue.Create(entry.Text))]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. completion.Entries.Select(entry =>
                    new JsonObject { ["text"] = entry.Text, ["type"] = entry.Kind, ["start"] = start, ["end"] = end })]),
            },
        };
    }

    private static JsonObject Inspection(string? text) => new()
    {
        ["status"] = "ok",
        ["found"] = text is not null,
        ["data"] = text is null ? [] : new JsonObject { ["text/plain"] = text, ["text/html"] = $"<pre>{System.Net.WebUtility.HtmlEncode(text)}</pre>" },
        ["metadata"] = new JsonObject(),
    };

    private static JsonObject Signatures(SignatureHelp help) => new()
    {
        ["status"] = "ok",
        ["active_signature"] = help.ActiveSignature,
        ["active_parameter"] = help.ActiveParameter,
        ["signatures"] = new JsonArray([.. help.Signatures.Select(signature => new JsonObject
        {
            ["label"] = signature.Label,
            ["documentation"] = signature.Documentation,
            ["parameters"] = new JsonArray([.. signature.Parameters.Select(parameter => new JsonObject { ["name"] = parameter.Name, ["label"] = parameter.Label, ["documentation"] = parameter.Documentation })]),
        })]),
    };

    private static JsonObject Diagnostics(IReadOnlyList<TypedDiagnostic> diagnostics) => new()
    {
        ["status"] = "ok",
        ["diagnostics"] = new JsonArray([.. diagnostics.Select(diagnostic => new JsonObject
        {
            ["severity"] = diagnostic.Severity,
            ["code"] = diagnostic.Code,
            ["message"] = diagnostic.Message,
            ["hint"] = diagnostic.Hint,
            ["start"] = new JsonObject { ["line"] = diagnostic.StartLine, ["column"] = diagnostic.StartColumn },
            ["end"] = new JsonObject { ["line"] = diagnostic.EndLine, ["column"] = diagnostic.EndColumn },
        })]),
    };

    private static JsonObject Completeness(string status) => status == "incomplete" ? new() { ["status"] = status, ["indent"] = "    " } : new() { ["status"] = status };

    private void Status(JupyterMessage request, string state) => channels.Publish(JupyterMessage.Answer(request, "status", new() { ["execution_state"] = state }));
}
