using System.Text.RegularExpressions;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Runs Jupyter's own suite for kernels against the installed one.</summary>
public sealed partial class KernelSuiteTests(KernelHome home) : IClassFixture<KernelHome>
{
    [Fact]
    public async Task Jupyters_suite_passes_but_for_the_pager_which_is_IPythons()
    {
        RequiredTool.Need("/usr/lib/python3/dist-packages/jupyter_kernel_test", "python3-jupyter-kernel-test");

        var run = await ToolRun.OfAsync("/usr/bin/python3", [TestFiles.At("tests", "DropoutLessons.Lessons.Tests", "csharp_kernel_test.py")], home.Folder, home.Environment);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("Ran 12 tests", run.Error, StringComparison.Ordinal);
        Assert.Equal(["test_pager"], Skipped().Matches(run.Error).Select(match => match.Groups[1].Value));
    }

    [GeneratedRegex(@"^(\w+) .*\.\.\. skipped", RegexOptions.Multiline)]
    private static partial Regex Skipped();
}
