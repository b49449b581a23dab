using DropoutLessons.Cli.Grading;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Tests.Grading;

/// <summary>Grades every submission of the bank, as a .cs file and as the exercise cell of the lesson.</summary>
public sealed class SubmissionBankTests(GradingFixture grading) : IClassFixture<GradingFixture>
{
    public static TheoryData<string, string> Right => Bank("right");

    public static TheoryData<string, string> Wrong => Bank("wrong");

    [Theory]
    [MemberData(nameof(Right))]
    public async Task A_right_submission_is_accepted(string file, string form)
    {
        var report = await GradeAsync(file, form);

        Assert.True(report.Accepted, report.Message);
        Assert.Equal(0, report.ExitCode);
        Assert.Equal(Path.GetFileName(file).StartsWith("scaled-in-double", StringComparison.Ordinal) || Path.GetFileName(file).StartsWith("scaled-by", StringComparison.Ordinal)
            ? "within-one-ulp" : "same-bits", report.Class);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_submission_is_told_the_faults_its_file_is_named_after(string file, string form)
    {
        var report = await GradeAsync(file, form);

        Assert.False(report.Accepted);
        Assert.Equal(1, report.ExitCode);
        Assert.Equal(Path.GetFileNameWithoutExtension(file).Split('+').Order(), report.Faults.Order());
    }

    [Theory]
    [InlineData("unfinished/not-solved.cs", "not-solved", "Not solved yet")]
    [InlineData("unfinished/throws.cs", "threw", "threw IndexOutOfRangeException")]
    [InlineData("unusable/does-not-compile.cs", "not-gradable", "line 3, column 12")]
    [InlineData("unusable/wrong-signature.cs", "not-gradable", "signature")]
    [InlineData("unusable/no-function.cs", "not-gradable", "No function named dropout_forward")]
    [InlineData("unusable/exits.cs", "not-gradable", "Environment.Exit")]
    public async Task An_unfinished_or_unusable_submission_is_told_what_is_missing(string file, string verdictClass, string words)
    {
        var report = (await grading.GradeAsync(TestFiles.At("tests", "submissions", file))).Report;

        Assert.Equal((verdictClass, false), (report.Class, report.Accepted));
        Assert.NotEqual(0, report.ExitCode);
        Assert.Contains(words, report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submission_that_never_ends_is_stopped_at_the_limit()
    {
        var options = new GradingOptions { Limits = new() { Time = TimeSpan.FromSeconds(6) } };

        var report = (await GradingFixture.GradeAsync(TestFiles.At("tests", "submissions", "unusable", "never-ends.cs"), options)).Report;

        Assert.False(report.Gradable);
        Assert.Contains("did not finish within 6 s", report.Message, StringComparison.Ordinal);
    }

    private async Task<GradeReport> GradeAsync(string file, string form)
    {
        string path = TestFiles.At("tests", "submissions", file);
        using var folder = new TemporaryFolder();
        if (form == "notebook")
        {
            var notebook = Notebook.Load(TestFiles.At("notebooks", "15-dropout-forward.ipynb"));
            notebook.Cells.Single(cell => cell.Id == "answer").Source = File.ReadAllText(path);
            path = Path.Combine(folder.Path, "handed in.ipynb");
            notebook.Save(path);
        }
        return (await grading.GradeAsync(path)).Report;
    }

    private static TheoryData<string, string> Bank(string kind)
    {
        var data = new TheoryData<string, string>();
        foreach (string file in Directory.GetFiles(TestFiles.At("tests", "submissions", kind), "*.cs").Order(StringComparer.Ordinal))
        {
            data.Add($"{kind}/{Path.GetFileName(file)}", "file");
            data.Add($"{kind}/{Path.GetFileName(file)}", "notebook");
        }
        return data;
    }
}
