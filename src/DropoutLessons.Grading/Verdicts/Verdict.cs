namespace DropoutLessons.Grading;

/// <summary>Tells a learner whether an answer is right and, where it is not, which idea was misunderstood.</summary>
/// <param name="Class">how the answer stands to JAX's result</param>
/// <param name="Message">one sentence a learner can act on, with the place where the answer first differs</param>
/// <param name="Faults">names of the misconceptions that explain every output exactly; empty when right or not explained</param>
/// <param name="Checks">the probes one by one</param>
[TypeFormatterSource(typeof(VerdictFormatterSource))]
public sealed record Verdict(VerdictClass Class, string Message, IReadOnlyList<string> Faults, IReadOnlyList<CheckResult> Checks)
{
    /// <summary>True when the answer counts as right.</summary>
    public bool Accepted => Class is VerdictClass.SameBits or VerdictClass.WithinOneUlp;

    /// <inheritdoc/>
    public override string ToString() => $"{(Accepted ? "✔" : Class == VerdictClass.NotSolved ? "○" : "✘")} {Message}";
}

/// <summary>Says how one probe went.</summary>
/// <param name="Id">the probe's name</param>
/// <param name="Passed">true when the output was right within one unit in the last place</param>
/// <param name="Message">the call, and where and how the output first differs</param>
public sealed record CheckResult(string Id, bool Passed, string Message);
