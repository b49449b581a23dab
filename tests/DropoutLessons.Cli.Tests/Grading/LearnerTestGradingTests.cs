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

    private static readonly Exercise s_writing = new TestingExercise<DropoutForwardFunction>
    {
        Id = "14-writes",
        FunctionNames = ["Accepts"],
        Goal = "A test that finds out who writes into x.",
        PublicCount = 2,
        Candidates = [new((seed, x, rate, deterministic) => [.. x]), new((seed, x, rate, deterministic) => { x[1] = 7; return x; }, new("writes-into-x", "writes into x"))],
    };

    [Theory]
    [InlineData("float[] x = [1f, 2f, 3f]; candidate(1, x, 0.3, 0); return x[1] == 2f;", true)]
    [InlineData("float[] x = [1f, 2f, 3f]; candidate(1, [.. x], 0.3, 0); return x[1] == 2f;", false)]
    public async Task What_an_implementation_writes_into_its_input_is_seen_in_the_testers_own_array(string body, bool accepted)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("test.cs", $"bool Accepts(DropoutForwardFunction candidate) {{ {body} }}");

        var report = (await GradingFixture.GradeAsync(file, GradingFixture.Options with { Exercise = s_writing })).Report;

        Assert.True(accepted == report.Accepted, report.Message);
        Assert.Equal(accepted ? "" : "misses-writes-into-x", string.Join(' ', report.Faults));
    }

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

    [Fact]
    public async Task A_test_cannot_ask_about_an_implementation_it_was_not_handed()
    {
        using var folder = new TemporaryFolder();
        // It sends the worker's own message, with the right number, for the first candidate: a known right one to compare with.
        string file = folder.Write("test.cs", """
            bool Accepts(DropoutForwardFunction candidate)
            {
                var type = System.Reflection.Assembly.GetEntryAssembly().GetTypes().Single(t => t.Name == "Channel");
                object target = candidate.Target;
                object channel = target.GetType().GetFields().Select(field => field.GetValue(target)).Single(value => value?.GetType() == type);
                string nonce = target.GetType().GetFields().Select(field => field.GetValue(target)).OfType<string>().Single();
                var first = (DropoutForwardFunction)type.GetMethod("Candidate").Invoke(channel, [nonce, Activator.CreateInstance(Type.GetType("DropoutLessons.Grading.CandidateReference, DropoutLessons.Worker"), 0)]);
                float[] x = [1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f];
                return new[] { 0.0, 1.0 }.All(flag => candidate(1, x, 0.7, flag).SequenceEqual(first(1, x, 0.7, flag)));
            }
            """);

        var report = (await GradingFixture.GradeAsync(file, GradingFixture.Options with { Exercise = s_exercise })).Report;

        Assert.Equal(("not-gradable", false), (report.Class, report.Accepted));
        Assert.Contains("could not be read", report.Message, StringComparison.Ordinal);
    }
}
