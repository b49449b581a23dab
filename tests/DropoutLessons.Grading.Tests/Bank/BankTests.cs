using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using static System.FormattableString;

namespace DropoutLessons.Grading.Tests;

/// <summary>Judges every answer of the bank, and writes down how often the grader errs.</summary>
public sealed class BankTests
{
    private static readonly Exercise s_exercise = Exercises.Find("15-dropout-forward");
    private static readonly Secret s_secret = new("the secret of a bank's teacher"u8);
    private static readonly ConcurrentDictionary<string, IReadOnlyList<Probe>> s_without = new();
    private static readonly Lazy<Judged[]> s_judged = new(() => Judge(BankMember.All));

    [Fact]
    public void The_bank_is_as_large_as_promised_and_holds_every_fault()
    {
        Assert.InRange(BankMember.All.Count(member => member.Faults.Count == 0), 40, int.MaxValue);
        Assert.InRange(BankMember.All.Count(member => member.Faults.Count > 0), 400, int.MaxValue);
        Assert.Empty(Variant.Singles.Where(variant => !variant.IsAccepted).Select(variant => variant.Differences.Single().Name).Except(BankMember.All.SelectMany(member => member.Faults)));
        Assert.Empty(BankMember.All.GroupBy(member => member.Code).Where(same => same.Skip(1).Any()).Select(same => same.First().Name));
    }

    [Fact]
    public void No_right_answer_is_refused_and_no_wrong_one_accepted() =>
        Assert.All(s_judged.Value, judged => Assert.True(judged.Verdict.Accepted == (judged.Member.Faults.Count == 0), $"{judged.Member.Name}\n{judged.Verdict}"));

    [Fact]
    public void An_answer_that_throws_is_told_what_it_threw_and_for_which_call() =>
        Assert.Contains(s_judged.Value, judged => judged.Verdict is { Class: VerdictClass.Threw, Message: var message } && message.StartsWith("dropout_forward threw ArgumentOutOfRangeException for ", StringComparison.Ordinal));

    [Fact]
    public void Public_and_hidden_checks_agree_on_every_answer() =>
        Assert.All(s_judged.Value, judged => Assert.Equal(judged.Verdict.Accepted, judged.WithHidden.Accepted));

    [Fact]
    public void Without_any_one_kind_of_probe_some_answer_would_be_judged_otherwise()
    {
        // A call repeated, or one that differs from another in the seed alone, is there for answers no known fault explains.
        var kinds = s_exercise.PublicProbes.Select(probe => probe.Id).Where(id => !id.StartsWith("train-more", StringComparison.Ordinal));
        string[] unmissed = [.. kinds.Where(id => s_judged.Value.All(judged => judged.VerdictWithout(id) is var other && other.Accepted == judged.Verdict.Accepted && other.Faults.SequenceEqual(judged.Verdict.Faults)))];

        Assert.Equal([], unmissed);
    }

    [Fact]
    public void The_rates_are_as_promised_and_written_down()
    {
        var (single, pair) = (Rate(1), Rate(2));
        Assert.InRange(single.Named, 0.95 * single.Count, single.Count);
        Assert.InRange(pair.Named, 0.9 * pair.Count, pair.Count);

        string page = Page(single, pair);
        Expectation.Matches("src/DropoutLessons.Grading/measured-rates.md", page);
        Assert.Contains(page.Split('\n').Single(line => line.StartsWith("| this one", StringComparison.Ordinal)), File.ReadAllText(TestFiles.At("README.md")), StringComparison.Ordinal);
    }

    private static string Page((int Count, int Exactly, int Named) single, (int Count, int Exactly, int Named) pair)
    {
        Judged[] right = [.. s_judged.Value.Where(judged => judged.Member.Faults.Count == 0)], wrong = [.. s_judged.Value.Except(right)];
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(BankMember.All.Select(member => $"{member.Name}\n{member.Code}\n")))))[..16];
        return string.Join('\n',
        [
            "# How often the grader errs",
            "",
            Invariant($"Written by a test, which compiles and runs every answer of the bank `{hash}`: {right.Length} right ones and {wrong.Length} wrong ones."),
            "",
            "| grader | right answers accepted | wrong answers accepted |",
            "|---|---|---|",
            Invariant($"| this one | {right.Count(judged => judged.Verdict.Accepted)} / {right.Length} | {wrong.Count(judged => judged.Verdict.Accepted)} / {wrong.Length} |"),
            "| deep-ml #151 | 5 / 10 | 0 / 26 |",
            "| deep-ml #151 without its fixed bits | 8 / 10 | 13 / 26 |",
            "| CMU dlsys hw2, public tests | 6 / 10 | 6 / 26 |",
            "| CS231n gradient check | 10 / 10 | 23 / 26 |",
            "| CS231n printed means, read with care | 10 / 10 | 7 / 26 |",
            "",
            "The published graders were measured on another bank, in Python, with their checks re-created.",
            "",
            "| wrong answers with | how many | named exactly | exactly, or by the smallest set that gives the very same results |",
            "|---|---|---|---|",
            Invariant($"| one fault | {single.Count} | {single.Exactly} | {single.Named} |"),
            Invariant($"| two faults | {pair.Count} | {pair.Exactly} | {pair.Named} |"),
            "",
            Invariant($"Of the right answers {right.Count(judged => judged.Verdict.Class == VerdictClass.SameBits)} give JAX's bits and {right.Count(judged => judged.Verdict.Class == VerdictClass.WithinOneUlp)} round otherwise by one unit in the last place."),
            "With hidden checks drawn from a secret every verdict is the same.",
            "",
        ]);
    }

    private static (int Count, int Exactly, int Named) Rate(int faults)
    {
        Judged[] wrong = [.. s_judged.Value.Where(judged => judged.Member.Faults.Count == faults)];
        return (wrong.Length, wrong.Count(judged => judged.IsNamedExactly), wrong.Count(judged => judged.IsNamedExactly || judged.IsNamedBySmallerSet));
    }

    private static Judged[] Judge(IReadOnlyList<BankMember> members)
    {
        IReadOnlyList<Probe> all = [.. s_exercise.PublicProbes, .. s_exercise.HiddenProbes(s_secret)];
        int open = s_exercise.PublicProbes.Count;
        return [.. members.Zip(BankCompilation.Load(members), (member, function) =>
        {
            Outcome[] outcomes = [.. all.Select(probe => Caller.Call(function, probe))];
            return new Judged(member, s_exercise.Judge(s_exercise.PublicProbes, outcomes[..open]), s_exercise.Judge(all, outcomes), outcomes[..open]);
        })];
    }

    private static IReadOnlyList<Probe> Without(string id) => s_without.GetOrAdd(id, _ => [.. s_exercise.PublicProbes.Where(probe => probe.Id != id)]);

    private sealed record Judged(BankMember Member, Verdict Verdict, Verdict WithHidden, Outcome[] Outcomes)
    {
        public Verdict VerdictWithout(string id) => s_exercise.Judge(Without(id), [.. Outcomes.Where((_, i) => s_exercise.PublicProbes[i].Id != id)]);

        public bool IsNamedExactly => Verdict.FaultSets.Any(set => set.Order().SequenceEqual(Member.Faults.Order()));

        public bool IsNamedBySmallerSet => Verdict.Message.StartsWith("Your function", StringComparison.Ordinal) && Verdict.FaultSets.Count > 0 && Verdict.FaultSets.All(set => set.Count <= Member.Faults.Count);
    }
}
