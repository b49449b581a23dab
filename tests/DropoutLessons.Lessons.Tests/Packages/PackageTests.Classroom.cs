using System.IO.Compression;
using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace DropoutLessons.Lessons.Tests;

public sealed partial class PackageTests
{
    private static readonly string s_right = File.ReadAllText(TestFiles.At("tests", "submissions", "right", "loop.cs"));

    [Fact]
    public async Task The_workflow_of_a_classroom_repository_holds_no_secret_and_fails_on_all_but_a_right_answer()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The workflow runs on ubuntu-latest.");
        string text = await File.ReadAllTextAsync(TestFiles.At("src", "classroom", "github", "classroom.yml"), TestContext.Current.CancellationToken);
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        var steps = (YamlSequenceNode)root["jobs"]["grade"]["steps"];
        string[] commands = [.. steps.OfType<YamlMappingNode>().Where(step => step.Children.ContainsKey("run")).Select(step => (string)step["run"]!)];

        Assert.Equal(["push", "workflow_dispatch"], ((YamlSequenceNode)root["on"]).Select(trigger => (string)trigger!));
        Assert.Equal([("contents", "read")], ((YamlMappingNode)root["permissions"]).Select(permission => ((string)permission.Key!, (string)permission.Value!)));
        Assert.DoesNotContain("secrets.", text, StringComparison.Ordinal);
        Assert.Equal("false", (string)steps[0]["with"]["persist-credentials"]!);
        Assert.Equal(2, commands.Length);
        string temporary = Directory.CreateDirectory(Path.Combine(feed.Work, "runner temp")).FullName;
        Assert.Equal(0, (await StepAsync(commands[0], temporary, "")).ExitCode);
        foreach (var (name, code, exitCode, says) in new[]
        {
            ("right", s_right, 0, "Right"),
            ("wrong", File.ReadAllText(TestFiles.At("tests", "submissions", "wrong", "sampled-with-rate.cs")), 1, "Wrong"),
            ("stub", File.ReadAllText(TestFiles.At("tests", "submissions", "unfinished", "not-solved.cs")), 1, "Not solved"),
            ("broken", File.ReadAllText(TestFiles.At("tests", "submissions", "unusable", "does-not-compile.cs")), 2, "Not gradable"),
            ("hostile", File.ReadAllText(TestFiles.At("tests", "submissions", "hostile", "exits-with-0.cs")), 2, "Not gradable"),
            ("missing", "", 2, "Nothing was graded"),
        })
        {
            string answer = Path.Combine(temporary, $"{name}.cs"), summary = answer + ".md";
            if (code.Length > 0)
                await File.WriteAllTextAsync(answer, code, TestContext.Current.CancellationToken);
            if (Directory.Exists(Path.Combine(temporary, "verdict")))
                Directory.Delete(Path.Combine(temporary, "verdict"), recursive: true);

            var run = await StepAsync(commands[1], temporary, answer);

            Assert.True(run.ExitCode == exitCode, $"{name} ended with {run.ExitCode}\n{run.Out}\n{run.Error}");
            Assert.Contains(says, await File.ReadAllTextAsync(summary, TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
            if (code.Length > 0)
                Assert.Equal(exitCode == 0, JsonDocument.Parse(File.ReadAllText(Path.Combine(temporary, "verdict", "grade.json"))).RootElement.GetProperty("accepted").GetBoolean());
        }
    }

    [Fact]
    public async Task The_zip_for_Gradescope_grades_with_what_is_in_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && System.Runtime.InteropServices.RuntimeInformation.OSArchitecture is System.Runtime.InteropServices.Architecture.X64, "Gradescope's zip is packed on Linux for x86-64.");
        string secret = Path.Combine(feed.Work, "secret"), zip = Path.Combine(feed.Work, "autograder.zip"), root = Path.Combine(feed.Work, "autograder");
        await File.WriteAllTextAsync(secret, "the-teacher's-secret", TestContext.Current.CancellationToken);

        await ExpectAsync(0, "/bin/bash", [TestFiles.At("src", "classroom", "gradescope", "pack"), "15-dropout-forward", secret, zip, "--version", LocalFeed.Version], "Upload it");
        await ZipFile.ExtractToDirectoryAsync(zip, Path.Combine(root, "source"), TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(root, "submission"));
        await File.WriteAllTextAsync(Path.Combine(root, "submission", "answer.cs"), s_right, TestContext.Current.CancellationToken);
        // Neither dotnet nor the tool is found on this PATH: all there is came in the zip.
        string at = $"PATH=/usr/sbin:/bin:/sbin AUTOGRADER_OFFLINE=1 AUTOGRADER_ROOT='{root}' GRADE_SECONDS=300 /bin/bash";
        await ExpectAsync(0, "/bin/bash", ["-c", $"{at} '{root}/source/setup.sh'"], "dropout-lessons is ready.");
        await ExpectAsync(0, "/bin/bash", ["-c", $"{at} '{root}/source/run_autograder'"], "");

        var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "results", "results.json"))).RootElement;
        Assert.True(results.GetProperty("score").GetDouble() == 1, results.GetRawText());
        Assert.Contains(results.GetProperty("tests").EnumerateArray(), test => test.GetProperty("name").GetString()!.StartsWith("hidden", StringComparison.Ordinal));
        Assert.True(new FileInfo(zip).Length < 100_000_000, $"{new FileInfo(zip).Length} bytes");
    }

    // As a runner does: bash, ending at the first error.
    private Task<ToolRun> StepAsync(string command, string temporary, string answer) => feed.RunAsync("/bin/bash", ["-c",
        "export RUNNER_TEMP=$0 ANSWER=$1 GITHUB_STEP_SUMMARY=$1.md EXERCISE=15-dropout-forward TOOL_VERSION=" + LocalFeed.Version + "\nset -e\n" + command, temporary, answer]);
}
