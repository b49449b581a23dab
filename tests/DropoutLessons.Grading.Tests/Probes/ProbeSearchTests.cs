using System.Text;

namespace DropoutLessons.Grading.Tests;

/// <summary>Proves that the probes see what can be seen, and writes down how.</summary>
public sealed class ProbeSearchTests
{
    private static readonly DropoutCall[] s_public = [.. DropoutProbes.Public.Select(DropoutCall.Of)];

    [Fact]
    public void The_public_probes_are_what_the_search_finds_and_leave_nothing_unseen()
    {
        DropoutCall[] drawn = [.. ProbePlan.Calls(ProbeSearch.PublicDraw(DropoutProbes.Found.Draw), isPlain: true).Select(entry => entry.Call)];

        Assert.Equal(DropoutProbes.Found.Added, ProbeSearch.Complete(drawn));
        Assert.Empty(ProbeSearch.Unseen(s_public));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1e-9)]
    public void A_blind_probe_ends_the_search(double rate) =>
        Assert.Contains("blind", Assert.Throws<InvalidOperationException>(() => ProbeSearch.Complete([s_public[0] with { Rate = rate }])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("0123456789abcdef")]
    [InlineData("another secret of a teacher")]
    public void Hidden_probes_tell_every_single_fault_from_every_other_that_public_ones_do(string secret)
    {
        DropoutCall[] hidden = [.. DropoutProbes.Hidden(new Secret(Encoding.UTF8.GetBytes(secret)).For("15")).Select(DropoutCall.Of)];

        Assert.Null(ProbePower.BlindAmong(hidden));
        Assert.True(ProbePower.Classes(Variant.Singles, hidden) >= ProbePower.Classes(Variant.Singles, s_public));
        Assert.DoesNotContain(hidden, call => s_public.Any(known => known.Seed == call.Seed && known.Rate == call.Rate));
    }

    [Fact]
    public void Every_probe_asks_within_what_right_answers_agree_on() => Assert.All(DropoutProbes.Public.Concat(DropoutProbes.Hidden(new Secret("0123456789abcdef"u8).For("15"))).Select(DropoutCall.Of), call =>
    {
        Assert.InRange(call.X.Length, 1, DropoutCall.LongestX);
        Assert.Equal((long)call.Seed, (int)call.Seed);
        Assert.Equal((float)(1 - call.Rate), 1 - (float)call.Rate);
        Assert.DoesNotContain(call.X, float.IsSubnormal);
    });

    [Fact]
    public void The_power_of_the_probes_is_written_down()
    {
        Variant[] points = [Variant.Right, .. Variant.Singles, .. Variant.Pairs];
        var page = new StringBuilder($"""
            # What the probes of dropout_forward see

            Written by a test. The points are the right answer, each of the {Variant.Singles.Count} known ways of taking one step otherwise, and each of the {Variant.Pairs.Count()} pairs of them; two points in one class give the same bits for every call.
            A further {ProbeSearch.Pool.Count} calls of the same kinds, drawn anew, tell no two points apart that these do not.

            | calls up to and with | seed | rate | deterministic | classes of {points.Length} points |
            |---|---|---|---|---|

            """);
        for (int count = 1; count <= s_public.Length; count++)
            page.AppendLine(FormattableString.Invariant($"| {DropoutProbes.Public[count - 1].Id} | {s_public[count - 1].Seed} | {s_public[count - 1].Rate} | {s_public[count - 1].Deterministic} | {ProbePower.Classes(points, s_public[..count])} |"));
        page.Append("\n## Faults that hide each other\n\nSingle faults whose results no call can tell from others; a verdict lists them all.\n\n");
        foreach (var together in ProbePower.Group([Variant.Right, .. Variant.Singles], s_public).Select(group => group.Select(ProbeSearch.Name).Distinct().ToArray()).Where(names => names.Length > 1))
            page.AppendLine($"- {string.Join(", ", together)}");
        page.Append($"\nOf the pairs, {Variant.Pairs.Count(IsHidden)} give the results of a simpler set, because one fault leaves the other nothing to spoil, as one that never drops does.\n");

        Expectation.Matches("src/DropoutLessons.Grading/Probes/power.md", page.ToString());

        var simpler = new HashSet<string>(new[] { Variant.Right }.Concat(Variant.Singles).Select(variant => ProbePower.Fingerprint(variant, s_public)));
        bool IsHidden(Variant pair) => simpler.Contains(ProbePower.Fingerprint(pair, s_public));
    }
}
