using System.Text.RegularExpressions;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Executes every command the README shows, in a copy of the repository's place in the tree.</summary>
public sealed partial class ReadmeTests(KernelHome home, WrittenBook book) : IClassFixture<KernelHome>
{
    private const string First = "dotnet run --project src/DropoutLessons.Cli";

    // The test command is what runs this test: running it here would never end. Its script is checked by the run itself.
    private static readonly string[] s_runElsewhere = ["tests/run", "dotnet test"];

    public static TheoryData<string> Commands => [.. FencedCommands().Except(s_runElsewhere)];

    [Fact]
    public void The_first_two_commands_run_the_lessons_and_the_tests() =>
        Assert.Equal([First, "tests/run"], FencedCommands().Take(2));

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_of_the_README_does_what_it_is_shown_for(string command)
    {
        if (command == First)
        {
            // It takes minutes, so it is run once for all tests: this fails where it did.
            await book.WrittenAsync;
            return;
        }
        // The tool is built already; the learner's kernels and an earlier book are left alone.
        string tool = $"dotnet \"{KernelHome.Tool}\"";
        string line = command.Replace("dotnet run --project src/DropoutLessons.Cli --", tool, StringComparison.Ordinal)
            .Replace(First, $"{tool} --book \"{home.Folder}/book\"", StringComparison.Ordinal);

        var run = await ToolRun.OfAsync("/bin/bash", ["-c", line], TestFiles.Repository, home.Environment);

        // A stub that is not solved yet is an honest 1; unusable input would be 2.
        int expected = line.Contains(" grade notebooks/15", StringComparison.Ordinal) ? 1 : 0;
        Assert.True(run.ExitCode == expected, $"{line} ended with {run.ExitCode}\n{run.Out}\n{run.Error}");
    }

    private static IEnumerable<string> FencedCommands() =>
        FencedShell().Matches(File.ReadAllText(TestFiles.At("README.md")))
            .SelectMany(block => block.Groups[1].Value.Split('\n'))
            .Select(line => line.Split(" #")[0].Trim())
            .Where(line => line.Length > 0);

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex FencedShell();
}
