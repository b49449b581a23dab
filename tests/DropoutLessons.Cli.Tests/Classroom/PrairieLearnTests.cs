using System.Text.Json;
using DropoutLessons.Grading;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Tests.Classroom;

/// <summary>Runs the course for PrairieLearn as its external grader does, with the folders of <c>/grade</c>.</summary>
public sealed class PrairieLearnTests : IDisposable
{
    private const string Course = "src/classroom/prairielearn";
    private const string Script = Course + "/serverFilesCourse/dropout_lessons/run.sh";

    private readonly ServiceRoot _root = new();

    public static TheoryData<string> Questions => [.. Directory.GetDirectories(TestFiles.At("src", "classroom", "prairielearn", "questions")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData("right", 1, true)]
    [InlineData("wrong", 0, true)]
    [InlineData("stub", 0, true)]
    [InlineData("broken", 0, false)]
    [InlineData("forges-a-verdict", 0, true)]
    [InlineData("exits-with-0", 0, false)]
    [InlineData("takes-secret-and-result", 0, true)]
    public async Task An_answer_gets_the_score_it_deserves(string answer, double score, bool gradable)
    {
        RequiredTool.Need("/usr/bin/bwrap", "bubblewrap");

        var results = await GradeAsync(answer);

        Assert.Equal((score, gradable), (results.GetProperty("score").GetDouble(), results.GetProperty("gradable").GetBoolean()));
        Assert.False(string.IsNullOrWhiteSpace(results.GetProperty("message").GetString()));
        if (answer == "takes-secret-and-result")
            Assert.EndsWith("seen: ", results.GetProperty("message").GetString()!.TrimEnd('.', '"'), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("right", 1)]
    [InlineData("takes-secret-and-result", 0)]
    public async Task Where_the_container_allows_no_walls_another_user_takes_neither_secret_nor_result(string answer, double score)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/bwrap"), "needs root on Linux, as in PrairieLearn's containers, and bubblewrap to take away.");

        var results = await GradeAsync(answer, ServiceRoot.ToolWithoutWalls);

        Assert.Equal((score, true), (results.GetProperty("score").GetDouble(), results.GetProperty("gradable").GetBoolean()));
        Assert.DoesNotContain("READ", results.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("WROTE", results.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exec no-such-tool", "127")]
    [InlineData("kill -ABRT $$", "134")]
    [InlineData("exit 0", "0")]
    public async Task A_tool_that_is_missing_dies_or_says_nothing_gives_no_mark_and_costs_no_try(string tool, string code)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "PrairieLearn grades on Linux.");
        var results = await GradeAsync("right", tool);

        Assert.Equal((0, false), (results.GetProperty("score").GetDouble(), results.GetProperty("gradable").GetBoolean()));
        Assert.Contains($"(exit code {code})", results.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tests/secret", "no secret")]
    [InlineData("tests/exercise", "which exercise")]
    [InlineData("student/answer.cs", "there are 0")]
    public async Task What_is_missing_is_named(string file, string words)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "PrairieLearn grades on Linux.");
        var results = await GradeAsync("right", without: file);

        Assert.False(results.GetProperty("gradable").GetBoolean());
        Assert.Contains(words, results.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_question_is_laid_out_as_documented_and_starts_from_the_lessons_stub(string question)
    {
        string folder = TestFiles.At("src", "classroom", "prairielearn", "questions", question);
        var info = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "info.json"))).RootElement;
        var options = info.GetProperty("externalGradingOptions");
        string page = File.ReadAllText(Path.Combine(folder, "question.html")), exercise = File.ReadAllText(Path.Combine(folder, "tests", "exercise")).Trim();

        Assert.True(Guid.TryParse(info.GetProperty("uuid").GetString(), out _));
        Assert.Equal(("v3", "External", "Dropout"), (info.GetProperty("type").GetString(), info.GetProperty("gradingMethod").GetString(), info.GetProperty("topic").GetString()));
        Assert.Equal((true, false), (options.GetProperty("enabled").GetBoolean(), options.GetProperty("enableNetworking").GetBoolean()));
        // run.sh stops at 45 s, and then writes.
        Assert.InRange(options.GetProperty("timeout").GetInt32(), 55, 600);
        Assert.Equal("/grade/" + Script[(Course.Length + 1)..], options.GetProperty("entrypoint").GetString());
        Assert.True(Directory.Exists(TestFiles.At("src", "classroom", "prairielearn", "serverFilesCourse", options.GetProperty("serverFilesCourse")[0].GetString()!.TrimEnd('/'))));
        Assert.All((string[])["pl-question-panel", "pl-file-editor file-name=\"answer.cs\"", "pl-submission-panel", "pl-external-grader-results", "pl-file-preview"], element => Assert.Contains($"<{element}", page, StringComparison.Ordinal));
        Assert.Equal(exercise, Exercises.Find(exercise).Id);
        Assert.False(File.Exists(Path.Combine(folder, "tests", "secret")), "a secret in a public repository is none");
        var lesson = Notebook.Load(Assert.Single(Directory.GetFiles(TestFiles.At("notebooks"), $"{exercise[..2]}-*.ipynb")));
        Assert.Equal(lesson.Cells.Single(cell => cell.Id == "answer").Source, File.ReadAllText(Path.Combine(folder, "answer.cs")).TrimEnd());
    }

    private async Task<JsonElement> GradeAsync(string answer, string? tool = null, string? without = null)
    {
        _root.Write("student/answer.cs", Answers.Of(answer, _root.Path));
        _root.Write("tests/exercise", "15-dropout-forward\n");
        _root.Write("tests/secret", ServiceRoot.Secret);
        _root.Write("data/data.json", "{}");
        if (without is not null)
            File.Delete(Path.Combine(_root.Path, without));
        return DocumentedResults.PrairieLearn(await _root.RunAsync(Script, "GRADE_ROOT", tool));
    }
}
