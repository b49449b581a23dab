namespace DropoutLessons.Kernel.Protocol;

/// <summary>Hands out what arrives, and keeps from harm the thread it arrives on.</summary>
/// <param name="notes">where it is written down what was ignored and why</param>
internal sealed class Receiver(TextWriter notes)
{
    private volatile TaskCompletionSource<string>? _answer;

    /// <summary>Starts to wait for the answer to a question; one asked before is given up.</summary>
    public TaskCompletionSource<string> Expect()
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _answer?.TrySetCanceled();
        return _answer = answer;
    }

    /// <summary>Hands the answer to whoever waits for it; where nobody does, it is dropped.</summary>
    public void Answer(JupyterMessage message) => HandOut(message, reply => _answer?.TrySetResult((string?)reply.Content["value"] ?? ""));

    /// <summary>Hands out a message; one with content of another kind than the protocol says is noted and dropped.</summary>
    public void HandOut(JupyterMessage message, Action<JupyterMessage>? handle)
    {
        try
        {
            handle?.Invoke(message);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or KeyNotFoundException)
        {
            notes.WriteLine($"The kernel could not answer a {message.Type}: {e.Message}");
        }
    }

    /// <summary>Notes what was dropped before it was a message.</summary>
    public void Ignore(string problem) => notes.WriteLine($"The kernel ignored {problem}.");
}
