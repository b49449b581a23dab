namespace DropoutLessons.Grading;

/// <summary>Is an exercise whose answers are compared with the reference, call by call, and matched with known wrong ones.</summary>
public abstract class MatchedExercise : Exercise
{
    /// <summary>What the reference does in a probe's place.</summary>
    private protected abstract Outcome Expected(Probe probe);

    /// <summary>Finds the combinations of faults that fit every outcome exactly, the simplest only; empty when none does.</summary>
    private protected abstract IReadOnlyList<Explanation> Explain(IReadOnlyList<Probe> probes, IReadOnlyList<Outcome> outcomes);

    /// <summary>Describes an answer that nothing explains, in a clause; null when there is nothing to say.</summary>
    private protected virtual string? Describe(IReadOnlyList<Probe> probes, IReadOnlyList<Outcome> outcomes) => null;

    /// <summary>How far a result may be from the reference's.</summary>
    private protected virtual Tolerance Tolerance => Tolerance.OneUlp;

    /// <summary>True when the answer may write into its arrays.</summary>
    public bool MayModifyInput { get; init; }

    /// <summary>What the verdict says of an answer that is right in every bit.</summary>
    public string RightMessage { get; init; } = "Right: every result is exactly the reference's.";

    private protected sealed override Verdict JudgeSeen(IReadOnlyList<Probe> probes, IReadOnlyList<Outcome> outcomes)
    {
        var comparisons = probes.Zip(outcomes, (probe, outcome) => Comparison.Of(this, probe, Expected(probe), outcome, Tolerance)).ToArray();
        CheckResult[] checks = [.. comparisons.Select(comparison => comparison.Check)];
        string name = FunctionNames[0];
        if (outcomes.All(outcome => outcome.Error is { IsStub: true }))
            return new(VerdictClass.NotSolved, $"Not solved yet: {name} still throws NotImplementedException. Write its body, run the cell, check again.", [], checks);
        if (comparisons.FirstOrDefault(comparison => comparison.Threw is not null) is { Threw: { } error } threw)
            return new(VerdictClass.Threw, $"{name} threw {error.Type} for {threw.Call}{(threw.IsHidden ? "" : $": {error.Message}")}", [], checks) { Trace = error.Trace };

        var explained = Explain(probes, outcomes);
        if (comparisons.Any(comparison => comparison.Level == ComparisonLevel.Different))
            return Reject(explained, comparisons, checks, () => Describe(probes, outcomes));
        return comparisons.All(comparison => comparison.Level == ComparisonLevel.SameBits)
            ? new(VerdictClass.SameBits, RightMessage, [], checks)
            : new(VerdictClass.WithinOneUlp, $"Right within one unit in the last place. {HowItRounds(explained)}.", [], checks);
    }

    private static string HowItRounds(IReadOnlyList<Explanation> explained) =>
        explained.FirstOrDefault(explanation => explanation.Faults.Count > 0) is { } how ? $"Your function {how.Sentence}" : "The last bit is rounded otherwise than the reference does";

    private static Verdict Reject(IReadOnlyList<Explanation> explained, Comparison[] comparisons, CheckResult[] checks, Func<string?> describe)
    {
        var first = comparisons.FirstOrDefault(comparison => comparison is { Level: ComparisonLevel.Different, IsHidden: false }) ?? comparisons.First(comparison => comparison.Level == ComparisonLevel.Different);
        if (explained.Count == 0)
            return new(VerdictClass.Wrong, $"Not right, and no known misconception explains it: {first.Check.Message}.{(describe() is { } words ? $" {words}." : "")}", [], checks) { Divergence = first.Divergence };
        Fault[] faults = [.. explained.SelectMany(explanation => explanation.Faults).DistinctBy(fault => fault.Name)];
        string message = $"Your function {string.Join("; or it ", explained.Select(explanation => explanation.Sentence))} ({first.Check.Message}).";
        return new(VerdictClass.Wrong, message, [.. faults.Select(fault => fault.Name)], checks)
        {
            FaultSets = [.. explained.Select(explanation => (IReadOnlyList<string>)[.. explanation.Faults.Select(fault => fault.Name)])],
            Divergence = first.Divergence,
            Hints = [.. explained[0].Faults.SelectMany(fault => fault.Hints)],
            Lesson = explained[0].Faults.Select(fault => fault.Lesson).FirstOrDefault(lesson => lesson is not null),
        };
    }
}
