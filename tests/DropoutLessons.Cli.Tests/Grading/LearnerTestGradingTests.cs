using DropoutLessons.Cli.Grading;
using DropoutLessons.Grading;

namespace DropoutLessons.Cli.Tests.Grading;

/// <summary>Grades a learner's test of implementations, which it is never handed: they run in the grader.</summary>
public sealed class LearnerTestGradingTests
{
    private static readonly Exercise s_exercise = new TestingExercise<DropoutForwardFunction>
    {
        Id = "14-accepts",
        FunctionNames = ["Accepts"],
        Goal = "A test that tells right implementations from wrong ones.",
        PublicCount = 3,
        Candidates =
        [
            new((seed, x, rate, deterministic) => Reference.DropoutForward(seed, x, rate, deterministic)),
            new((seed, x, rate, deterministic) => x, new("does-nothing", "does nothing")),
            new((seed, x, rate, deterministic) => Reference.DropoutForward(seed, x, rate, 0), new("drops-at-evaluation", "drops at evaluation")),
        ],
    };

    [Theory]
    [InlineData("candidate(1, [1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f], 0.7, 0).Contains(0f) && candidate(1, [1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f], 0.7, 1).SequenceEqual([1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f])", true, "")]
    [InlineData("candidate(1, [1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f], 0.7, 0).Contains(0f)", false, "misses-drops-at-evaluation")]
    [InlineData("false", false, "refuses-right")]
    public async Task A_test_is_judged_by_what_it_says_of_right_and_faulty_ones(string body, bool accepted, string fault)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("test.cs", $"bool Accepts(DropoutForwardFunction candidate) => {body};");

        var report = (await GradingFixture.GradeAsync(file, GradingFixture.Options with { Exercise = s_exercise })).Report;

        Assert.True(accepted == report.Accepted, report.Message);
        Assert.Equal(fault, string.Join(' ', report.Faults));
    }
}
