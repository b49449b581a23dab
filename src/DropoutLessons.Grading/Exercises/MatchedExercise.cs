namespace DropoutLessons.Grading;

/// <summary>Is an exercise whose answers are compared with the reference, call by call, and matched with known wrong ones.</summary>
public abstract class MatchedExercise : Exercise
{
    private static readonly Fault s_modifiedInput = new("x-modified-in-place", "wrote into the array it was given; the caller still needs it")
    {
        Lesson = 5,
        Hints = ["Which array does your function write into?", "Make a new one for the output."],
    };

    /// <summary>True when the answer may write into its arrays.</summary>
    public bool MayModifyInput { get; init; }

    /// <summary>True when other random numbers of the right distribution are right too.</summary>
    public bool AllowsOtherRandomNumbers { get; init; }

    /// <summary>What the verdict says of an answer that is right in every bit.</summary>
    public string RightMessage { get; init; } = "Right: every result is exactly the reference's.";

    /// <summary>How far a result may be from the reference's.</summary>
    private protected virtual Tolerance Tolerance => Tolerance.OneUlp;

    /// <summary>What the reference does in a probe's place.</summary>
    private protected abstract Outcome Expected(Probe probe);

    /// <summary>Finds the combinations of faults that fit every result exactly, the simplest only; empty when none does.</summary>
    private protected abstract IReadOnlyList<Explanation> Explain(IReadOnlyList<Probe> probes, IReadOnlyList<Outcome> outcomes);

    /// <summary>Examines an answer that nothing explains; null when there is nothing to say.</summary>
    /// <param name="probes">the calls that were made</param>
    /// <param name="outcomes">what each of them gave</param>
    /// <param name="isRight">for each of them whether it is what it should be</param>
    private protected virtual Properties? Examine(IReadOnlyList<Probe> probes, IReadOnlyList<Outcome> outcomes, IReadOnlyList<bool> isRight) => null;

    private protected sealed override Verdict JudgeSeen(IReadOnlyList<Probe> probes, IReadOnlyList<Outcome> outcomes)
    {
        Comparison[] comparisons = [.. probes.Zip(outcomes, (probe, outcome) => Comparison.Of(this, probe, Expected(probe), outcome, Tolerance))];
        if (outcomes.All(outcome => outcome.Error is { IsStub: true }))
            return new(VerdictClass.NotSolved, $"Not solved yet: {FunctionNames[0]} still throws NotImplementedException. Write its body, run the cell, check again.", [], Checks(comparisons));
        if (comparisons.FirstOrDefault(comparison => comparison.Threw is not null) is { Threw: { } error } threw)
            return new(VerdictClass.Threw, $"{FunctionNames[0]} threw {error.Type} for {threw.Call}{(threw.IsHidden ? "" : $": {error.Message}")}", [], Checks(comparisons)) { Trace = threw.IsHidden ? [] : error.Trace };

        var explained = Explain(probes, outcomes);
        if (comparisons.All(comparison => comparison.Level != ComparisonLevel.Different))
            return Accept(explained, comparisons);
        bool[] isRight = [.. comparisons.Select(comparison => comparison.Level != ComparisonLevel.Different)];
        return Reject(WithModifiedInput(explained, outcomes, comparisons), comparisons, () => Examine(probes, outcomes, isRight));
    }

    private Verdict Accept(IReadOnlyList<Explanation> explained, Comparison[] comparisons)
    {
        if (comparisons.All(comparison => comparison.Level == ComparisonLevel.SameBits))
            return new(VerdictClass.SameBits, RightMessage, [], Checks(comparisons));
        string how = explained.FirstOrDefault(explanation => explanation is { Faults.Count: 0, Remarks.Count: > 0 }) is { } known
            ? $"Your function {known.Sentence}" : "The last bit is rounded otherwise than in the reference";
        return new(VerdictClass.WithinOneUlp, $"Right within one unit in the last place. {how}; the reference rounds once more or less, and both are good float32 arithmetic.", [], Checks(comparisons));
    }

    private Verdict Reject(IReadOnlyList<Explanation> explained, Comparison[] comparisons, Func<Properties?> examine)
    {
        var first = comparisons.FirstOrDefault(comparison => comparison is { Level: ComparisonLevel.Different, IsHidden: false }) ?? comparisons.First(comparison => comparison.Level == ComparisonLevel.Different);
        string where = first.Check.Message;
        string says = $"Your function {string.Join("; or it ", explained.Select(explanation => explanation.Sentence))} ({where}).";
        var verdictClass = VerdictClass.Wrong;
        if (explained.Count == 0)
        {
            var found = examine();
            if (found is not { Faults.Count: > 0 })
                return new(VerdictClass.Wrong, $"Not right, and no known misconception explains it: {where}.", [], Checks(comparisons)) { Divergence = first.Divergence };
            explained = [new(found.Faults, [])];
            if (found.IsSameDistribution)
                verdictClass = VerdictClass.SameDistribution;
            says = found.IsSameDistribution
                ? $"The right distribution with other random numbers: your function {explained[0].Sentence}. {(AllowsOtherRandomNumbers ? "This exercise accepts that." : $"This exercise asks for JAX's own ({where}).")}"
                : $"No known way of writing it gives exactly these results; by their properties, your function {explained[0].Sentence} ({where}).";
        }
        Fault[] faults = [.. explained.SelectMany(explanation => explanation.Faults).DistinctBy(fault => fault.Name)];
        return new(verdictClass, says, [.. faults.Select(fault => fault.Name)], Checks(comparisons))
        {
            AllowsOtherRandomNumbers = AllowsOtherRandomNumbers,
            FaultSets = [.. explained.Select(explanation => (IReadOnlyList<string>)[.. explanation.Faults.Select(fault => fault.Name)])],
            Divergence = first.Divergence,
            Hints = [.. explained[0].Faults.SelectMany(fault => fault.Hints)],
            Lesson = explained[0].Faults.Select(fault => fault.Lesson).FirstOrDefault(lesson => lesson is not null),
        };
    }

    private IReadOnlyList<Explanation> WithModifiedInput(IReadOnlyList<Explanation> explained, IReadOnlyList<Outcome> outcomes, Comparison[] comparisons)
    {
        if (MayModifyInput || !outcomes.Any(outcome => outcome.ModifiedInput))
            return explained;
        return comparisons.All(comparison => comparison.HasRightValue) ? [new([s_modifiedInput], [])]
            : [.. explained.Select(explanation => explanation with { Faults = [s_modifiedInput, .. explanation.Faults] })];
    }

    private static CheckResult[] Checks(Comparison[] comparisons) => Array.ConvertAll(comparisons, comparison => comparison.Check);
}
