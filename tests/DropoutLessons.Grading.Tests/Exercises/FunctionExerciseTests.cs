namespace DropoutLessons.Grading.Tests;

/// <summary>Judges answers of a small exercise: u below keep_prob.</summary>
public sealed class FunctionExerciseTests
{
    private static readonly FunctionExercise<Func<float[], double, bool[]>> s_mask = new()
    {
        Id = "01-mask",
        FunctionNames = ["Mask"],
        Goal = "Says which elements are kept.",
        Reference = (u, rate) => Array.ConvertAll(u, value => value < (float)(1 - rate)),
        KnownAnswers =
        [
            new("compared-with-rate", "compared with rate", (u, rate) => Array.ConvertAll(u, value => value < (float)rate), "Which of the two is the chance to stay?", "1 - rate."),
            new("below-or-equal", "kept a number equal to the threshold", (u, rate) => Array.ConvertAll(u, value => value <= (float)(1 - rate))),
        ],
        Hints = ["Compare.", "One comparison per element."],
        Public = [new("four", [new[] { 0.1f, 0.7f, 0.75f, 0.9f }, 0.25])],
        Hidden = draw => new("", [draw.Uniform(20), draw.Rate()]) { Purpose = "other numbers" },
    };

    [Fact]
    public void A_right_answer_is_right() =>
        Assert.Equal(VerdictClass.SameBits, s_mask.Try((float[] u, double rate) => u.Select(value => value < (float)(1 - rate)).ToArray()).Class);

    [Fact]
    public void A_known_wrong_answer_gets_its_name_its_sentence_and_the_place()
    {
        var verdict = s_mask.Try((float[] u, double rate) => u.Select(value => value < rate).ToArray());

        Assert.Equal(["compared-with-rate"], verdict.Faults);
        Assert.Equal("Your function compared with rate (rate 0.25: element 1 should be true, got false).", verdict.Message.Replace("u [0.100000001, 0.699999988, 0.75, 0.899999976], ", "", StringComparison.Ordinal));
        Assert.Equal(1, verdict.Divergence!.Element);
        Assert.Equal(["below-or-equal"], s_mask.Try((float[] u, double rate) => u.Select(value => value <= 1 - rate).ToArray()).Faults);
    }

    [Fact]
    public void Hints_of_the_misconception_come_first_and_open_with_the_tries()
    {
        static bool[] WithRate(float[] u, double rate) => [.. u.Select(value => value < rate)];

        Assert.Equal(["Which of the two is the chance to stay?"], s_mask.Try(WithRate, 1).Hints);
        Assert.Equal(["Which of the two is the chance to stay?", "1 - rate.", "Compare."], s_mask.Try(WithRate, 3).Hints);
        Assert.Equal(["Compare."], s_mask.Try((float[] u, double rate) => new bool[4], 1).Hints);
    }

    [Fact]
    public void A_function_of_another_signature_is_no_try_and_is_told_the_right_one()
    {
        var verdict = s_mask.Try((float[] u, float rate) => new bool[4]);

        Assert.Equal(VerdictClass.NotGradable, verdict.Class);
        Assert.False(verdict.IsTry);
        Assert.Contains("bool[] Mask(float[] u, float rate). Write bool[] Mask(float[] u, double rate).", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_of_hidden_checks_reveal_neither_arguments_nor_results()
    {
        var probes = s_mask.HiddenProbes(new Secret("0123456789abcdef"u8));
        var verdict = s_mask.Judge(probes, [.. probes.Select(probe => Caller.Call((float[] u, double rate) => new bool[u.Length], probe))]);

        Assert.Equal(VerdictClass.Wrong, verdict.Class);
        Assert.Contains("a hidden check of other numbers: not right", verdict.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("true", verdict.Message, StringComparison.Ordinal);
        Assert.All(verdict.Checks, check => Assert.DoesNotContain("0.", check.Message, StringComparison.Ordinal));
        Assert.Null(verdict.Divergence);
    }

    [Fact]
    public void A_secret_draws_the_same_probes_every_time_and_another_draws_others()
    {
        static string Drawn(string secret) => string.Join(' ', s_mask.HiddenProbes(new Secret(System.Text.Encoding.UTF8.GetBytes(secret))).Select(probe => PlainValue.ToJson(probe.Arguments.ToArray())!.ToJsonString()));

        Assert.Equal(Drawn("0123456789abcdef"), Drawn("0123456789abcdef"));
        Assert.NotEqual(Drawn("0123456789abcdef"), Drawn("0123456789abcdeF"));
        Assert.Throws<ArgumentException>(() => new Secret("too short"u8));
    }
}
