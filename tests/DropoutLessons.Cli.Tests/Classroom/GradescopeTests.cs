using System.Text.Json;

namespace DropoutLessons.Cli.Tests.Classroom;

/// <summary>Runs the autograder for Gradescope with the folders of <c>/autograder</c>.</summary>
public sealed class GradescopeTests : IDisposable
{
    private const string Script = "src/classroom/gradescope/run_autograder";

    private readonly ServiceRoot _root = new();

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData("right", 1)]
    [InlineData("wrong", 0)]
    [InlineData("stub", 0)]
    [InlineData("broken", 0)]
    [InlineData("forges-a-verdict", 0)]
    [InlineData("exits-with-0", 0)]
    [InlineData("takes-secret-and-result", 0)]
    public async Task An_answer_gets_the_score_it_deserves(string answer, double score)
    {
        RequiredTool.Need("/usr/bin/bwrap", "bubblewrap");

        var results = await GradeAsync(answer);

        Assert.Equal(score, results.GetProperty("score").GetDouble());
        Assert.False(string.IsNullOrWhiteSpace(results.GetProperty("output").GetString()));
    }

    [Theory]
    [InlineData("exec no-such-tool", "", "(exit code 127)")]
    [InlineData("kill -ABRT $$", "", "(exit code 134)")]
    [InlineData("exit 0", "", "(exit code 0)")]
    [InlineData("exit 0", "source/secret", "no secret")]
    [InlineData("exit 0", "source/exercise", "which exercise")]
    [InlineData("exit 0", "submission/answer.cs", "there are 0")]
    public async Task What_fails_gives_0_and_is_named(string tool, string without, string words)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Gradescope grades on Linux.");
        var results = await GradeAsync("right", tool, without);

        Assert.Equal(0, results.GetProperty("score").GetDouble());
        Assert.Contains(words, results.GetProperty("output").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "say: pack EXERCISE SECRET OUT.zip")]
    [InlineData("15-dropout-forward nowhere out.zip", "nowhere is no file of 16 bytes or more")]
    [InlineData("15-dropout-forward secret there.zip", "there.zip exists already")]
    public async Task Pack_says_what_it_cannot_use(string arguments, string words)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Gradescope's zip is packed on Linux.");
        _root.Write("secret", ServiceRoot.Secret);
        _root.Write("there.zip", "mine");

        var run = await ToolRun.OfAsync("/bin/bash", [TestFiles.At("src", "classroom", "gradescope", "pack"), .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)], _root.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(_root.Path, "there.zip")));
    }

    private async Task<JsonElement> GradeAsync(string answer, string? tool = null, string without = "")
    {
        _root.Write("submission/answer.cs", Answers.Of(answer, _root.Path));
        _root.Write("submission/notes.txt", "notes");
        _root.Write("source/exercise", "15-dropout-forward\n");
        _root.Write("source/secret", ServiceRoot.Secret);
        _root.Write("results/results.json", """{"score": 1, "output": "of an earlier run"}""");
        if (without.Length > 0)
            File.Delete(Path.Combine(_root.Path, without));
        return DocumentedResults.Gradescope(await _root.RunAsync(Script, "AUTOGRADER_ROOT", tool));
    }
}
