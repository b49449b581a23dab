namespace DropoutLessons.Grading;

/// <summary>Lists the calls of <c>dropout_forward</c> an answer is judged by.</summary>
internal static class DropoutProbes
{
    /// <summary>The draw of the public calls, and the calls of the pool that follow them: what the search finds, which a test runs again.</summary>
    public static (int Draw, IReadOnlyList<int> Added) Found { get; } = (4, [4, 10, 29]);

    /// <summary>Calls whose arguments learners may see.</summary>
    public static IReadOnlyList<Probe> Public { get; } =
    [
        .. ProbePlan.Calls(ProbeSearch.PublicDraw(Found.Draw), isPlain: true).Select(entry => entry.Call.ToProbe(entry.Id, entry.Call.Purpose)),
        .. Found.Added.Select((at, i) => ProbeSearch.Pool[at].ToProbe($"train-more-{i + 1}", ProbeSearch.Pool[at].Purpose)),
    ];

    /// <summary>Draws calls of the same kinds with other seeds, rates and activations; draws that leave a single fault unseen are drawn again.</summary>
    public static IReadOnlyList<Probe> Hidden(Draw draw)
    {
        int asMany = ProbePower.Classes(Variant.Singles, [.. Public.Select(DropoutCall.Of)]);
        while (true)
        {
            var calls = ProbePlan.Calls(draw, isPlain: false);
            DropoutCall[] bare = [.. calls.Select(entry => entry.Call)];
            if (ProbePower.BlindAmong(bare) is null && ProbePower.Classes(Variant.Singles, bare) >= asMany)
                return [.. calls.Select((entry, i) => entry.Call.ToProbe($"hidden-{i + 1}", entry.Call.Purpose) with { IsHidden = true })];
        }
    }
}
