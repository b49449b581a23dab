using System.Diagnostics;
using System.Text;
using DropoutLessons.Cli.Grading;

namespace DropoutLessons.Cli.Tests.Grading;

/// <summary>Grades submissions that try to gain a mark or to do harm, two at once, as a class is graded.</summary>
public sealed class HostileSubmissionTests(HostileSubmissionTests.Run run) : IClassFixture<HostileSubmissionTests.Run>
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(TestFiles.At("tests", "submissions", "hostile"), "*.cs").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_at_least_25() => Assert.True(Files.Count >= 25, $"{Files.Count} escapes");

    [Theory]
    [MemberData(nameof(Files))]
    public void An_escape_gains_no_mark_and_does_not_get_out(string file)
    {
        var graded = run.Of(file);

        Assert.False(graded.Report.Accepted, graded.Report.Message);
        Assert.Equal(0, graded.Report.Score);
        // The submissions throw this where they got through.
        Assert.DoesNotContain("ESCAPED", graded.Report.Message, StringComparison.Ordinal);
        Assert.Contains(graded.Report.Class, s_classes);
    }

    [Theory]
    [InlineData("exits-with-0.cs", "Environment.Exit")]
    [InlineData("stack-overflow.cs", "calls itself without end")]
    [InlineData("returns-late.cs", "did not finish within")]
    [InlineData("endless-cell.cs", "endless-cell.cs did not finish within")]
    [InlineData("writes-to-the-result-pipe.cs", "could not be read")]
    public void What_cannot_be_graded_is_told_why(string file, string words)
    {
        var report = run.Of(file).Report;

        Assert.False(report.Gradable);
        Assert.Contains(words, report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_grader_still_grades_rightly_afterwards() => Assert.True(run.Afterwards!.Report.Accepted, run.Afterwards.Report.Message);

    [Fact]
    public void The_program_that_runs_submissions_is_unchanged() => Assert.Equal(run.WorkerBefore, run.WorkerAfter);

    [Fact]
    public void No_process_of_a_submission_lives_on() => Assert.Empty(run.LeftBehind);

    [Fact]
    public void Memory_of_the_grader_stays_flat() => Assert.InRange(run.GrownBy, long.MinValue, 200L << 20);

    private static readonly string[] s_classes = ["wrong", "same-distribution", "threw", "not-gradable"];

    /// <summary>Grades all of them once.</summary>
    public sealed class Run : IAsyncLifetime
    {
        private static readonly GradingOptions s_options = new()
        {
            Limits = new() { Time = TimeSpan.FromSeconds(8) },
            Secret = new(Encoding.UTF8.GetBytes("a secret of the teacher's")),
        };

        private readonly Dictionary<string, Graded> _results = [];

        internal Graded? Afterwards { get; private set; }

        internal string WorkerBefore { get; private set; } = "";

        internal string WorkerAfter { get; private set; } = "";

        internal IReadOnlyList<string> LeftBehind { get; private set; } = [];

        internal long GrownBy { get; private set; }

        internal Graded Of(string file) => _results[file];

        public async ValueTask InitializeAsync()
        {
            RequiredTool.Need("/usr/bin/bwrap", "bubblewrap");
            using var sandbox = await Sandbox.OpenAsync(s_options.Limits);
            Assert.True(sandbox.IsClosed, sandbox.Description);
            WorkerBefore = HashOfWorker();
            long before = GC.GetTotalMemory(forceFullCollection: true);

            var sources = SubmissionSource.Find([TestFiles.At("tests", "submissions", "hostile")]);
            foreach (var graded in await GradingPool.GradeAsync(sources, sandbox, s_options, lanes: 2, journal: null, _ => { }, TestContext.Current.CancellationToken))
                _results[Path.GetFileName(graded.Report.File)] = graded;

            GrownBy = GC.GetTotalMemory(forceFullCollection: true) - before;
            WorkerAfter = HashOfWorker();
            Afterwards = await GradingFixture.GradeAsync(TestFiles.At("tests", "submissions", "right", "loop.cs"), GradingFixture.Options);
            LeftBehind = [.. Process.GetProcesses().Where(IsOurs).Select(process => $"{process.Id} {process.ProcessName}")];
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static string HashOfWorker() => string.Join('\n', Directory.GetFiles(KitReferences.WorkerFolder).Order(StringComparer.Ordinal)
            .Select(file => $"{file} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}"));

        // Other test classes run workers of their own; those of this class alone have its limit in their command line.
        private static bool IsOurs(Process process)
        {
            try
            {
                string command = File.ReadAllText($"/proc/{process.Id}/cmdline");
                return command.Contains("DropoutLessons.Worker.dll", StringComparison.Ordinal) && command.Contains($"ulimit -t {s_options.Limits.Time.TotalSeconds * 2};", StringComparison.Ordinal);
            }
            catch (IOException)
            {
                return false;
            }
        }
    }
}
