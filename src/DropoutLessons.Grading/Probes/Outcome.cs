namespace DropoutLessons.Grading;

/// <summary>Holds what one call gave: an output or the exception that ended it.</summary>
/// <param name="Output">what came back; null when the answer returned null or threw</param>
/// <param name="Error">what was thrown, or null</param>
public sealed record Outcome(IReadOnlyList<float>? Output, ThrownError? Error)
{
    /// <summary>Calls <paramref name="answer"/> once with a fresh copy of the probe's activations.</summary>
    /// <remarks>Every exception but a cancellation is kept as part of the outcome.</remarks>
    public static Outcome Of(DropoutForwardFunction answer, Probe probe)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(probe);
        try
        {
            // Copied on the way out too: the answer may keep the array and write into it later.
            return new(answer(probe.Seed, [.. probe.X], probe.Rate, probe.Deterministic)?.ToArray(), null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new(null, new(e.GetType().Name, e.Message, e is NotImplementedException));
        }
    }
}

/// <summary>Says what an answer threw.</summary>
/// <param name="Type">name of the exception's class</param>
/// <param name="Message">its message</param>
/// <param name="IsStub">true for the exception an unsolved stub throws</param>
public sealed record ThrownError(string Type, string Message, bool IsStub);
