using DropoutLessons.Cli.Authoring;
using DropoutLessons.Cli.Learning;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Tests.Learning;

/// <summary>Tries to lose a learner's work.</summary>
public sealed class NothingIsLostTests : IDisposable
{
    private const string Mine = "bool[] Mask(float[] u, double rate) => u.Select(v => v < rate).ToArray();";
    private readonly Course _course = new();

    public void Dispose() => _course.Dispose();

    [Fact]
    public async Task Reset_keeps_a_dated_copy_of_what_was_there_bit_for_bit()
    {
        _course.Answer("answer", Mine);
        byte[] before = File.ReadAllBytes(_course.Lesson);

        var run = await _course.RunAsync("reset", "01");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(before, File.ReadAllBytes(Assert.Single(_course.Kept)));
        Assert.Contains(_course.Kept[0], run.Out, StringComparison.Ordinal);
        Assert.Matches(@"01-mask \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.ipynb$", _course.Kept[0]);
        Assert.Equal(LessonCopy.ForLearner(_course.Source).ToText(), File.ReadAllText(_course.Lesson));
    }

    [Fact]
    public async Task Reset_that_cannot_keep_a_copy_changes_nothing()
    {
        _course.Answer("answer", Mine);
        File.WriteAllText(Path.Combine(_course.Notebooks, "kept"), "a file where the folder should be");
        byte[] before = File.ReadAllBytes(_course.Lesson);

        var run = await _course.RunAsync("reset", "01");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Nothing was changed", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_course.Lesson));
    }

    [Fact]
    public async Task A_broken_notebook_is_explained_and_reset_keeps_it_too()
    {
        File.WriteAllText(_course.Lesson, "{ \"cells\": [");

        var check = await _course.RunAsync("check");
        var reset = await _course.RunAsync("reset", "01");

        Assert.Equal((2, 0), (check.ExitCode, reset.ExitCode));
        Assert.Contains("is broken at line 1", check.Error, StringComparison.Ordinal);
        Assert.Equal("{ \"cells\": [", File.ReadAllText(Assert.Single(_course.Kept)));
    }

    [Fact]
    public void A_newer_lesson_takes_the_answers_over_and_keeps_the_old_notebook()
    {
        _course.Answer("answer", Mine);
        string source = Path.Combine(_course.Notebooks, "source", "01-mask.md");
        File.WriteAllText(source, File.ReadAllText(source).Replace("Run the cells from top to bottom.", "Run the cells one by one.", StringComparison.Ordinal));
        Assert.True(LearnerNotebook.IsOutdated(_course.Source, _course.Notebooks));

        string? kept = LearnerNotebook.Renew(_course.Source, _course.Notebooks, keepsAnswers: true, TimeProvider.System);

        var cells = Notebook.Load(_course.Lesson).Cells;
        Assert.Equal(Mine, cells.Single(cell => cell.Id == "answer").Source);
        Assert.StartsWith("Run the cells one by one.", cells.Single(cell => cell.Id == "setup-note").Source, StringComparison.Ordinal);
        Assert.Contains("Run the cells from top to bottom.", File.ReadAllText(kept!), StringComparison.Ordinal);
        Assert.False(LearnerNotebook.IsOutdated(_course.Source, _course.Notebooks));
    }

    [Fact]
    public void Generating_anew_keeps_a_notebook_somebody_worked_in_and_overwrites_one_nobody_did()
    {
        string text = LessonCopy.ForLearner(_course.Source).ToText();
        Assert.Null(LessonWriter.Write(_course.Lesson, text, TimeProvider.System));
        Assert.StartsWith("wrote", LessonWriter.Write(_course.Lesson, text + " ", TimeProvider.System), StringComparison.Ordinal);
        Assert.Empty(_course.Kept);

        _course.Answer("answer", Mine);
        LessonWriter.Write(_course.Lesson, text, TimeProvider.System);

        Assert.Contains("v < rate", File.ReadAllText(Assert.Single(_course.Kept)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_folder_that_cannot_be_written_a_check_still_answers_and_says_that_progress_is_not_saved()
    {
        RequiredTool.Need("/usr/bin/bwrap", "bubblewrap");
        _course.AnswerMask("v < rate");

        var run = await _course.RunUnderAsync(["--ro-bind", _course.Notebooks, _course.Notebooks], "", "check");
        var reset = await _course.RunUnderAsync(["--ro-bind", _course.Notebooks, _course.Notebooks], "", "reset", "01");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("✘ 01-mask: Your function compares with rate", run.Out, StringComparison.Ordinal);
        Assert.Contains("Progress was not saved", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, reset.ExitCode);
        Assert.Contains("v < rate", File.ReadAllText(_course.Lesson), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_full_disk_nothing_is_torn_and_a_reset_is_refused()
    {
        RequiredTool.Need("/usr/bin/bwrap", "bubblewrap");
        _course.AnswerMask("v < rate");
        string full = Path.Combine(_course.Notebooks, "..", "full");
        Directory.CreateDirectory(full);
        // A disk of 128 KB with the notebook on it, filled to the last byte.
        string before = $"cp -r '{_course.Notebooks}'/source '{_course.Notebooks}'/*.ipynb '{full}'; ln -s '{_course.Notebooks}/lib' '{full}/lib'; echo '{{}}' > '{full}/progress.json'; cp '{full}/01-mask.ipynb' '{_course.Notebooks}/was'; cat /dev/zero > '{full}/fill' 2>/dev/null; ";

        var run = await ToolRun.OfAsync("/usr/bin/bwrap", ["--bind", "/", "/", "--dev", "/dev", "--size", "131072", "--tmpfs", full, "bash", "-c",
            before + $"dotnet '{Path.Combine(AppContext.BaseDirectory, "DropoutLessons.Cli.dll")}' reset 01 --notebooks '{full}'; echo \"ended with $?\"; cmp '{full}/01-mask.ipynb' '{_course.Notebooks}/was' && echo untouched; ls -A '{full}' '{full}/kept'"], _course.Notebooks);

        Assert.Contains("ended with 2\nuntouched", run.Out, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(".saving", run.Out, StringComparison.Ordinal);
    }
}
