namespace DropoutLessons.Grading.Tests;

public sealed class GraderTests
{
    private static readonly Exercise s_exercise = Exercises.Find("15-dropout-forward");

    [Fact]
    public void Judge_calls_a_stub_not_solved()
    {
        var verdict = Check.DropoutForward((_, _, _, _) => throw new NotImplementedException());

        Assert.Equal(VerdictClass.NotSolved, verdict.Class);
        Assert.StartsWith("○ Not solved yet", verdict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_accepts_the_reference_as_the_same_bits()
    {
        var verdict = Check.DropoutForward((seed, x, rate, deterministic) => Reference.DropoutForward(seed, x, rate, deterministic));

        Assert.Equal(VerdictClass.SameBits, verdict.Class);
        Assert.All(verdict.Checks, check => Assert.True(check.Passed));
    }

    [Fact]
    public void Judge_quotes_what_the_answer_threw_and_for_which_call()
    {
        var verdict = Check.DropoutForward((_, x, _, _) => throw new InvalidOperationException($"{x.Length} elements"));

        Assert.Equal(VerdictClass.Threw, verdict.Class);
        Assert.Equal("dropout_forward threw InvalidOperationException for seed 12.0, rate 0.3, deterministic 0.0: 48 elements", verdict.Message);
    }

    [Fact]
    public void Judge_says_where_an_unexplained_answer_first_differs()
    {
        var verdict = Check.DropoutForward((seed, x, rate, deterministic) =>
            Reference.DropoutForward(seed, x, rate, deterministic).Select((y, i) => i == 3 ? y + 1 : y).ToArray());

        Assert.Equal(VerdictClass.Wrong, verdict.Class);
        Assert.Empty(verdict.Faults);
        Assert.Contains("no known misconception", verdict.Message, StringComparison.Ordinal);
        Assert.Contains("element 3 should be", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_refuses_null_and_a_wrong_length()
    {
        Assert.Contains("expected 48 values, got null", Check.DropoutForward((_, _, _, _) => null!).Message, StringComparison.Ordinal);
        Assert.Contains("expected 48 values, got 3 values", Check.DropoutForward((_, _, _, _) => new float[3]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_accepts_a_difference_of_one_ulp_and_refuses_two()
    {
        static DropoutForwardFunction Off(int ulps) => (seed, x, rate, deterministic) => [.. Reference.DropoutForward(seed, x, rate, deterministic)
            .Select(y => y == 0 || !(Math.Abs(y) < 1e30f) ? y : BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(y) + ulps))];

        Assert.Equal(VerdictClass.WithinOneUlp, Check.DropoutForward(Off(1)).Class);
        Assert.Equal(VerdictClass.Wrong, Check.DropoutForward(Off(2)).Class);
    }

    [Fact]
    public void Judge_refuses_an_answer_that_changes_its_input()
    {
        var verdict = Check.DropoutForward((seed, x, rate, deterministic) =>
        {
            float[] y = [.. Reference.DropoutForward(seed, x, rate, deterministic)];
            Array.Clear(x);
            return y;
        });

        Assert.Equal(VerdictClass.Wrong, verdict.Class);
        Assert.Contains("the input array was written to", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_wants_something_to_judge() =>
        Assert.Throws<ArgumentException>(() => s_exercise.Judge([], []));

    [Fact]
    public void Judge_refuses_fewer_outcomes_than_probes() =>
        Assert.Throws<ArgumentException>(() => s_exercise.Judge(s_exercise.PublicProbes, [new Outcome(1f)]));

    [Fact]
    public void Probes_never_use_rate_one_half_and_have_names_of_their_own()
    {
        Assert.DoesNotContain(s_exercise.PublicProbes, probe => probe.Arguments[2] is 0.5);
        Assert.Equal(s_exercise.PublicProbes.Count, s_exercise.PublicProbes.Select(probe => probe.Id).Distinct().Count());
    }
}
