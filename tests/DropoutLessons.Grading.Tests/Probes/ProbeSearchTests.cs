using System.Text;
using static System.FormattableString;

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
        var simpler = new HashSet<string>(new[] { Variant.Right }.Concat(Variant.Singles).Select(variant => ProbePower.Fingerprint(variant, s_public)));
        int[] classes = ProbePower.ClassesAfterEach(points, s_public);
        string[] lines =
        [
            "# What the probes of dropout_forward see",
            "",
            Invariant($"Written by a test. The points are the right answer, each of the {Variant.Singles.Count} known ways of taking one step otherwise, and each of the {Variant.Pairs.Count()} pairs of them;"),
            "two points in one class give the same bits for every call. Seeds, rates and activations are searched until nothing stays unseen:",
            Invariant($"a further {ProbeSearch.Pool.Count} calls of the same kinds, drawn anew, tell no two faults apart that these do not. A probe at rate 0.5 ends the search as blind."),
            "",
            Invariant($"| calls up to and with | seed | rate | deterministic | classes of {points.Length} points |"),
            "|---|---|---|---|---|",
            .. s_public.Select((call, i) => Invariant($"| {DropoutProbes.Public[i].Id} | {call.Seed} | {call.Rate} | {call.Deterministic} | {classes[i]} |")),
            "",
            "## Faults that hide each other",
            "",
            Invariant($"Of the pairs, {Variant.Pairs.Count(pair => simpler.Contains(ProbePower.Fingerprint(pair, s_public)))} give the results of a simpler set, because one fault leaves the other nothing to spoil, as one that never drops does."),
            "Single faults no call can tell from others are told together:",
            "",
            .. ProbePower.Group(points[..(Variant.Singles.Count + 1)], s_public).Select(group => group.Select(ProbeSearch.Name).Distinct().ToArray()).Where(names => names.Length > 1).Select(names => $"- {string.Join(", ", names)}").DefaultIfEmpty("- none"),
            "",
        ];

        Expectation.Matches("src/DropoutLessons.Grading/Probes/power.md", string.Join('\n', lines));
    }
}
