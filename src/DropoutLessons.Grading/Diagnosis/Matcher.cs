namespace DropoutLessons.Grading;

/// <summary>Finds which of some known answers give exactly the outcomes seen.</summary>
internal sealed class Matcher(IEnumerable<(Explanation Explanation, Delegate Function)> known)
{
    private readonly (Explanation Explanation, Delegate Function)[] _known = [.. known];

    /// <summary>Returns the explanations of those that fit every probe and hold as few faults as any that fits.</summary>
    public IReadOnlyList<Explanation> Fitting(IReadOnlyList<Probe> probes, IReadOnlyList<Outcome> outcomes)
    {
        Explanation[] fitting = [.. _known.Where(answer => Fits(answer.Function, probes, outcomes)).Select(answer => answer.Explanation)];
        return fitting.Length == 0 ? [] : [.. fitting.Where(explanation => explanation.Faults.Count == fitting.Min(other => other.Faults.Count))];
    }

    private static bool Fits(Delegate function, IReadOnlyList<Probe> probes, IReadOnlyList<Outcome> outcomes) =>
        probes.Zip(outcomes).All(pair => Caller.Call(function, pair.First) is var expected
            && expected.Error?.Type == pair.Second.Error?.Type
            && ValueComparer.Compare(expected.Value, pair.Second.Value, Tolerance.None).Level == ComparisonLevel.SameBits);
}
