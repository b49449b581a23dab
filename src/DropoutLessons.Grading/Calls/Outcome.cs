namespace DropoutLessons.Grading;

/// <summary>Holds what one probe gave: a plain value or the exception that ended it.</summary>
/// <param name="Value">what came back, as <see cref="PlainValue.Copy"/> gives it; one element per call for a probe with calls; null when null came back or something was thrown</param>
/// <param name="Error">what was thrown, or null</param>
public sealed record Outcome(object? Value, ThrownError? Error = null)
{
    /// <summary>True when an array that was passed in held something else afterwards.</summary>
    public bool ModifiedInput { get; init; }

    /// <summary>The arguments as they were afterwards where an array among them was written to: each array, and null for what is none; null where nothing was.</summary>
    public IReadOnlyList<object?>? ArraysAfter { get; init; }

    /// <summary>True when the very array that was passed in came back.</summary>
    public bool ReturnedInput { get; init; }
}

/// <summary>Says what an answer threw.</summary>
/// <param name="Type">name of the exception's class</param>
/// <param name="Message">its message</param>
/// <param name="IsStub">true for the exception an unsolved stub throws</param>
public sealed record ThrownError(string Type, string Message, bool IsStub)
{
    /// <summary>The learner's own lines of the stack trace, innermost first; empty where none is known.</summary>
    public IReadOnlyList<string> Trace { get; init; } = [];
}
