using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace DropoutLessons.Cli.Grading;

/// <summary>Is the grader's side of the talk with one worker, which is not trusted.</summary>
internal sealed class WorkerConnection : IDisposable
{
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly ResourceLimits _limits;
    private readonly BoundedLines _lines;
    private readonly CancellationTokenSource _time;
    private readonly CancellationTokenRegistration _killer;
    private readonly Task<string> _complaint;
    private bool _isOver;

    /// <summary>Takes over a process that has just been started; it is killed when its time is up.</summary>
    public WorkerConnection(Process process, ResourceLimits limits, CancellationToken cancellation)
    {
        (_process, _limits) = (process, limits);
        _lines = new(process.StandardOutput.BaseStream, limits.MessageLength);
        _complaint = HeadAsync(process.StandardError.BaseStream);
        _time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _time.CancelAfter(limits.Time);
        // Killing is what ends the reads: a pipe cannot be cancelled on every system.
        _killer = _time.Token.Register(Kill);
    }

    /// <summary>Asks a question.</summary>
    /// <returns>its number, which an answer must repeat</returns>
    public async Task<string> AskAsync(string json)
    {
        string nonce = RandomNumberGenerator.GetHexString(32);
        await TellAsync(nonce, json);
        return nonce;
    }

    /// <summary>Says something that belongs to the question <paramref name="nonce"/>.</summary>
    public async Task TellAsync(string nonce, string json)
    {
        try
        {
            await _process.StandardInput.WriteAsync($"{nonce} {json}\n");
            await _process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // The worker is gone already; the missing answer tells the story.
        }
    }

    /// <summary>Waits for what the worker says to the question <paramref name="nonce"/>.</summary>
    /// <exception cref="EndOfStreamException">It said nothing more: it ended, or its time is up.</exception>
    /// <exception cref="FormatException">It said something else.</exception>
    public async Task<JsonObject> AnswerAsync(string nonce)
    {
        string line = await WithinGraceAsync(_lines.ReadAsync(CancellationToken.None)) ?? throw new EndOfStreamException();
        if (!line.StartsWith(nonce + " ", StringComparison.Ordinal))
            throw new FormatException("An answer belongs to no question.");
        return JsonNode.Parse(line[nonce.Length..]) as JsonObject ?? throw new FormatException("An answer is no JSON object.");
    }

    /// <summary>Ends the talk, and says whether the worker had said more than it was asked.</summary>
    public async Task<bool> HasMoreAsync()
    {
        _isOver = true;
        Kill();
        return await WithinGraceAsync(_lines.HasMoreAsync(CancellationToken.None));
    }

    /// <summary>Says why there was no answer, in a sentence about <paramref name="place"/>.</summary>
    public async Task<string> WhyItEndedAsync(string place)
    {
        if (_time.IsCancellationRequested)
            return $"{place} did not finish within {_limits.Time.TotalSeconds:0.#} s. Does one of its loops never end? (--timeout changes the limit.)";
        string complaint = await WithinGraceAsync(_complaint);
        return complaint.Contains("Stack overflow", StringComparison.Ordinal) ? $"{place} calls itself without end: the stack overflowed."
            : complaint.Contains("Out of memory", StringComparison.OrdinalIgnoreCase) || complaint.Contains("OutOfMemory", StringComparison.Ordinal) ? $"{place} used more memory than the {_limits.Memory >> 20} MB a submission has."
            : $"{place} ended the process that ran it. Does it call Environment.Exit, or use more than a submission has?";
    }

    public void Dispose()
    {
        _isOver = true;
        Kill();
        _killer.Dispose();
        _time.Dispose();
        _process.Dispose();
    }

    private async Task<T> WithinGraceAsync<T>(Task<T> reading)
    {
        try
        {
            return await reading.WaitAsync(_limits.Time + s_grace);
        }
        catch (TimeoutException)
        {
            // Where no walls hold it, a process may leave another one behind that keeps the pipe open.
            throw new EndOfStreamException();
        }
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: !_isOver);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended by itself.
        }
    }

    private static async Task<string> HeadAsync(Stream stream)
    {
        var head = new byte[4000];
        int length = 0, read;
        while (length < head.Length && (read = await stream.ReadAsync(head.AsMemory(length))) > 0)
            length += read;
        try
        {
            await stream.CopyToAsync(Stream.Null);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The worker's end is gone.
        }
        return System.Text.Encoding.UTF8.GetString(head, 0, length);
    }
}
