namespace DropoutLessons.Cli.Tests.Grading;

/// <summary>Shows that reading the code points at the right place, and never changes a mark.</summary>
public sealed class CodeReadingTests(GradingFixture grading) : IClassFixture<GradingFixture>
{
    private const string Head = "float[] dropout_forward(double seed, float[] x, double rate, double deterministic)\n{\n    if (deterministic >= 0.5 || rate <= 0) return x;\n";

    [Theory]
    [InlineData("    return x.Select(v => v / (float)rate).ToArray();\n}", "division-by-rate", 4, 30)]
    [InlineData("    var r = new Random((int)seed);\n    return x.Select(v => r.NextDouble() < 1 - rate ? v : 0f).ToArray();\n}", "system-random", 4, 13)]
    [InlineData("    return x.Select(v => Random.Shared.NextDouble() < 1 - rate ? v : 0f).ToArray();\n}", "system-random", 4, 26)]
    [InlineData("    mask = new Rngs((long)seed).Dropout().Bernoulli(rate, x.Length);\n    return x.Select((v, i) => mask[i] ? v : 0f).ToArray();\n}\nbool[] mask;", "mask-in-field", 4, 5)]
    [InlineData("    float scale = 1 / 3;\n    return x.Select(v => v * scale * (float)rate).ToArray();\n}", "integer-division", 4, 19)]
    [InlineData("    float keep = 1 - (float)rate;\n    return x.Select(v => v * keep).ToArray();\n}", "float-keep-probability", 4, 18)]
    public async Task A_suggestion_stands_at_its_line_and_column(string body, string rule, int line, int column)
    {
        var graded = await grading.GradeCodeAsync(Head + body);

        Assert.False(graded.Report.Accepted);
        Assert.Contains((rule, line, column), graded.Suggestions.Select(suggestion => (suggestion.Rule, suggestion.Line, suggestion.Column)));
    }

    [Fact]
    public async Task A_rate_that_is_never_used_is_pointed_at()
    {
        var graded = await grading.GradeCodeAsync("float[] dropout_forward(double seed, float[] x, double rate, double deterministic) => deterministic >= 0.5 ? x : new float[x.Length * (int)(seed / seed)];");

        var suggestion = Assert.Single(graded.Suggestions);
        Assert.Equal(("unused-parameter", 1, 49), (suggestion.Rule, suggestion.Line, suggestion.Column));
    }

    [Fact]
    public async Task A_right_answer_that_is_pointed_at_stays_right()
    {
        // At 1 - (float)rate and at the public rates the bits happen to be JAX's or within one unit in the last place.
        var graded = await grading.GradeCodeAsync(Head + """
                bool[] mask;
                mask = new Rngs((long)seed).Dropout().Bernoulli(1 - rate, x.Length);
                int half = x.Length / 2;
                return x.Select((v, i) => mask[i] ? v / (float)(1 - rate) : 0f * (half / 2)).ToArray();
            }
            """);

        Assert.Contains("integer-division", graded.Suggestions.Select(suggestion => suggestion.Rule));
        Assert.True(graded.Report.Accepted, graded.Report.Message);
        Assert.Equal(1, graded.Report.Score);
    }
}
