namespace DropoutLessons.Grading;

/// <summary>Tells a learner whether an answer is right and, where it is not, which idea was misunderstood.</summary>
/// <param name="Class">how the answer stands to the reference</param>
/// <param name="Message">one sentence a learner can act on, with the place where the answer first differs</param>
/// <param name="Faults">names of the misconceptions in <see cref="FaultSets"/>; empty when right or not explained</param>
/// <param name="Checks">the probes one by one</param>
[TypeFormatterSource(typeof(VerdictFormatterSource))]
public sealed record Verdict(VerdictClass Class, string Message, IReadOnlyList<string> Faults, IReadOnlyList<CheckResult> Checks)
{
    /// <summary>Id of the exercise.</summary>
    public string Exercise { get; init; } = "";

    /// <summary>Every smallest combination of misconceptions that explains all outcomes exactly; several when faults hide each other.</summary>
    public IReadOnlyList<IReadOnlyList<string>> FaultSets { get; init; } = [];

    /// <summary>Where a public probe first differs; null when none does.</summary>
    public Divergence? Divergence { get; init; }

    /// <summary>Hints that are open at this try, from vague to plain.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>Number of the lesson to read again; null when no other lesson teaches the idea.</summary>
    public int? Lesson { get; init; }

    /// <summary>The learner's own lines of the stack trace where the answer threw, innermost first; a wrong answer has none.</summary>
    public IReadOnlyList<string> Trace { get; init; } = [];

    /// <summary>True when the exercise takes other random numbers of the right distribution for right.</summary>
    public bool AllowsOtherRandomNumbers { get; init; }

    /// <summary>True when the answer counts as right.</summary>
    public bool Accepted => Class is VerdictClass.SameBits or VerdictClass.WithinOneUlp || (Class == VerdictClass.SameDistribution && AllowsOtherRandomNumbers);

    /// <summary>True when the answer counts as a try: it could be judged, and it was more than the stub.</summary>
    public bool IsTry => Class is not (VerdictClass.NotSolved or VerdictClass.NotGradable);

    /// <inheritdoc/>
    public override string ToString() => $"{(Accepted ? "✔" : Class == VerdictClass.NotSolved ? "○" : "✘")} {Message}";
}

/// <summary>Says how one probe went.</summary>
/// <param name="Id">the probe's name</param>
/// <param name="Passed">true when the result was right within the exercise's tolerance</param>
/// <param name="Message">the call, and where and how the result first differs; of a hidden probe only what it looks at</param>
public sealed record CheckResult(string Id, bool Passed, string Message);
