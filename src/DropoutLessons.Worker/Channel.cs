using System.Text;
using DropoutLessons.Grading;
using Microsoft.Win32.SafeHandles;

namespace DropoutLessons.Worker;

/// <summary>Carries messages between the grader and this process, one line each: what is asked for, a space, and JSON.</summary>
/// <remarks>Every question has a number nobody can foresee, and only a line that repeats it is an answer.</remarks>
internal sealed class Channel : IDisposable
{
    private readonly StreamReader _questions;
    private readonly StreamWriter _answers;

    private Channel(Stream questions, Stream answers)
    {
        _questions = new(questions, Encoding.UTF8);
        _answers = new(answers, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
    }

    /// <summary>Takes hold of the grader's ends; from then on the console goes nowhere.</summary>
    /// <param name="arguments">command line of the process</param>
    public static Channel Open(string[] arguments)
    {
        var channel = arguments.Contains(WorkerArguments.OwnDescriptors)
            ? new Channel(new FileStream(new SafeFileHandle(4, ownsHandle: true), FileAccess.Read), new FileStream(new SafeFileHandle(3, ownsHandle: true), FileAccess.Write))
            : new Channel(Console.OpenStandardInput(), Console.OpenStandardOutput());
        Console.SetIn(TextReader.Null);
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        return channel;
    }

    public void Dispose()
    {
        _questions.Dispose();
        _answers.Dispose();
    }

    /// <summary>Waits for the next question.</summary>
    /// <returns>its number and its JSON; null when the grader asks no more</returns>
    public (string Nonce, string Json)? Read() =>
        _questions.ReadLine() is { } line && line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? (line[..space], line[(space + 1)..]) : null;

    /// <summary>Answers the question <paramref name="nonce"/>.</summary>
    public void Write(string nonce, string json)
    {
        _answers.WriteLine($"{nonce} {json}");
        _answers.Flush();
    }

    /// <summary>Has the grader call a candidate, whose code is not in this process.</summary>
    /// <param name="nonce">number of the question that is being answered</param>
    /// <param name="candidate">which one</param>
    /// <returns>a function that asks the grader at every call</returns>
    public DropoutForwardFunction Candidate(string nonce, CandidateReference candidate) => (seed, x, rate, deterministic) =>
    {
        Write(nonce, MessageJson.CandidateCall(candidate, [seed, x, rate, deterministic]));
        var outcome = MessageJson.ReadOutcome(Read() is var (_, json) ? json : throw new EndOfStreamException());
        // The candidate was handed a copy; what it wrote there belongs into the caller's array, as if it had been called here.
        if (outcome.ArraysAfter is [_, float[] written, ..])
            written.CopyTo(x, 0);
        return outcome.Error is { } error ? throw new InvalidOperationException(error.Message) : (float[])outcome.Value!;
    };
}
