using DropoutLessons.Cli.Grading;

namespace DropoutLessons.Cli.Tests.Grading;

/// <summary>Shows what holds a submission with walls and without, and that the report says which.</summary>
public sealed class SandboxTests
{
    private static readonly ResourceLimits s_limits = GradingFixture.Options.Limits;

    [Fact]
    public async Task With_bubblewrap_the_walls_are_closed()
    {
        RequiredTool.Need("/usr/bin/bwrap", "bubblewrap");
        using var sandbox = await Sandbox.OpenAsync(s_limits);

        Assert.True(sandbox.IsClosed);
        Assert.Contains("no network, no other processes, no files but .NET's, no new processes, 256 MB of memory", sandbox.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "is not installed (Debian package bubblewrap)")]
    [InlineData("/bin/false", "does not start here")]
    public async Task Without_it_submissions_are_graded_in_the_limits_there_are_and_the_report_says_so(string? bubblewrap, string words)
    {
        using var sandbox = await Sandbox.OpenAsync(s_limits, bubblewrap);
        using var grader = new SubmissionGrader(sandbox, GradingFixture.Options);

        var right = Assert.Single(await grader.GradeAsync(Source("right", "loop.cs"), TestContext.Current.CancellationToken));
        var wrong = Assert.Single(await grader.GradeAsync(Source("wrong", "not-rescaled.cs"), TestContext.Current.CancellationToken));
        var memory = Assert.Single(await grader.GradeAsync(Source("hostile", "takes-all-memory.cs"), TestContext.Current.CancellationToken));

        Assert.False(sandbox.IsClosed);
        Assert.Contains(words, sandbox.Description, StringComparison.Ordinal);
        Assert.EndsWith(sandbox.Description, TextReport.Write(new([right], sandbox.Description, sandbox.IsClosed)), StringComparison.Ordinal);
        Assert.Equal((true, false, false), (right.Report.Accepted, wrong.Report.Accepted, memory.Report.Accepted));
    }

    [Fact]
    public void The_filter_of_system_calls_is_whole_instructions_and_ends_with_a_return()
    {
        if (SeccompFilter.ForThisMachine() is not { } filter)
        {
            Assert.Skip("This processor's numbers of system calls are not known to the tool.");
            return;
        }

        Assert.Equal(0, filter.Length % 8);
        Assert.Equal(0x06, filter[^8]);
    }

    private static SubmissionSource Source(string kind, string file) => new(file, TestFiles.At("tests", "submissions", kind, file));
}
