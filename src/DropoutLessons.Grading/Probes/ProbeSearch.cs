namespace DropoutLessons.Grading;

/// <summary>Searches calls until they tell apart whatever any calls of their kinds tell apart.</summary>
internal static class ProbeSearch
{
    private const int PoolSets = 4;
    private const int PoolKey = 1_000_000;
    private const int MostAdded = 6;

    /// <summary>Calls of every kind with numbers drawn anew, several sets of them: what these do not tell apart counts as indistinguishable.</summary>
    public static IReadOnlyList<DropoutCall> Pool { get; } =
        [.. Enumerable.Range(PoolKey, PoolSets).SelectMany(attempt => ProbePlan.Calls(PublicDraw(attempt), isPlain: true)).Select(entry => entry.Call)];

    /// <summary>Gives the numbers of one attempt at the public calls.</summary>
    public static Draw PublicDraw(int attempt) => new(PrngKey.FromSeed(attempt));

    /// <summary>Finds which calls of the pool must follow <paramref name="calls"/> so that nothing the pool shows stays unseen; the most telling ones, in order.</summary>
    /// <returns>indices into <see cref="Pool"/></returns>
    /// <exception cref="InvalidOperationException">A training call is blind: it takes a common misconception for the right answer, as any call at rate 0.5 does; or too many calls would be needed.</exception>
    public static IReadOnlyList<int> Complete(IReadOnlyList<DropoutCall> calls)
    {
        if (ProbePower.BlindAmong(calls) is { } blind)
            throw new InvalidOperationException($"A probe is blind: {blind}.");
        var open = Unseen(calls).ToList();
        var added = new List<int>();
        while (open.Count > 0)
        {
            if (added.Count == MostAdded)
                throw new InvalidOperationException($"{MostAdded} more probes are not enough: {string.Join(" and ", open[0].Select(Name).Distinct().Take(2))} still look alike.");
            int best = Enumerable.Range(0, Pool.Count).MaxBy(i => open.Sum(points => ProbePower.Classes(points, With(i))));
            open = [.. open.SelectMany(points => ProbePower.Group(points, With(best)).Select(group => group.ToArray())).Where(points => IsSplit(points, [.. With(best), .. Pool]))];
            added.Add(best);
        }
        return added;

        DropoutCall[] With(int next) => [.. calls, .. added.Select(i => Pool[i]), Pool[next]];
    }

    /// <summary>Groups the points with at most two differences that <paramref name="calls"/> do not tell apart though the pool does.</summary>
    public static IEnumerable<Variant[]> Unseen(IReadOnlyList<DropoutCall> calls)
    {
        Variant[] points = [Variant.Right, .. Variant.Singles, .. Variant.Pairs];
        DropoutCall[] all = [.. calls, .. Pool];
        return ProbePower.Group(points, calls).Select(group => group.ToArray()).Where(group => IsSplit(group, all));
    }

    /// <summary>Names the faults of a point; two ways of rounding one fault are one fault.</summary>
    public static string Name(Variant variant) => variant.IsAccepted ? "right" : string.Join(" + ", variant.ToExplanation().Faults.Select(fault => fault.Name));

    private static bool IsSplit(Variant[] points, DropoutCall[] calls)
    {
        if (!points.Select(Name).Distinct().Skip(1).Any())
            return false;
        var parts = ProbePower.Group(points, calls).Select(part => part.Select(Name).Distinct().ToArray()).ToArray();
        return parts.Length > 1 && parts.Skip(1).SelectMany(names => names).Any(name => parts[0].Length > 1 || name != parts[0][0]);
    }
}
