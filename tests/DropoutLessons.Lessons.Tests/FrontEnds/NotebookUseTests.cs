using Microsoft.Playwright;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Uses a front end as a learner does: each test in a notebook and kernel of its own, on one server.</summary>
/// <param name="frontEnd">the application</param>
public abstract class NotebookUseTests(FrontEnd frontEnd) : IAsyncDisposable
{
    [Fact]
    public async Task The_lesson_runs_and_shows_its_pictures_and_shows_them_again_when_opened_anew()
    {
        File.Copy(TestFiles.At("notebooks", "solutions", "15-dropout-forward.ipynb"), Path.Combine(frontEnd.Folder, "15.ipynb"));
        var page = await frontEnd.OpenAsync("15.ipynb");
        await frontEnd.GrowAsync(page);
        await frontEnd.RunAllAsync(page);
        await Assertions.Expect(frontEnd.Drawing(page).GetByRole(AriaRole.Status).Filter(new() { HasText = "Right: every bit" })).ToHaveCountAsync(1);
        await Pictures.AssertLiveAsync(frontEnd.Drawing(page), 3);
        await frontEnd.SaveAsync(page);
        await frontEnd.ScreenshotAsync(page, "lesson", whole: true);
        Assert.Empty(frontEnd.External);
        // What ran here must be trusted when it is opened again. Where no trust is asked for, that is the test of saved pictures.
        if (!frontEnd.AsksForTrust)
            return;

        await frontEnd.ClosePagesAsync();
        page = await frontEnd.OpenAsync("15.ipynb");
        await frontEnd.GrowAsync(page);
        await Pictures.AssertLiveAsync(frontEnd.Drawing(page), 3);
        Assert.Empty(frontEnd.External);
    }

    [Fact]
    public async Task Saved_pictures_show_as_still_images_until_the_notebook_is_trusted_and_live_then()
    {
        string executed = await ExecutedNotebook.PathAsync();
        File.Copy(executed, Path.Combine(frontEnd.Folder, "saved.ipynb"));
        int count = ExecutedNotebook.PicturesIn(executed);
        var page = await frontEnd.OpenAsync("saved.ipynb");
        await frontEnd.GrowAsync(page);
        if (frontEnd.AsksForTrust)
        {
            await Pictures.AssertStillAsync(frontEnd.Drawing(page), count);
            await frontEnd.ScreenshotAsync(page, "untrusted");
            await frontEnd.ClosePagesAsync();
            await frontEnd.TrustAsync("saved.ipynb");
            page = await frontEnd.OpenAsync("saved.ipynb");
            await frontEnd.GrowAsync(page);
        }

        await Pictures.AssertLiveAsync(frontEnd.Drawing(page), count);
        await frontEnd.ScreenshotAsync(page, "saved");
        Assert.Empty(frontEnd.External);
    }

    [Fact]
    public async Task Saved_live_controls_work_without_a_kernel_once_trusted_and_are_still_images_before()
    {
        File.Copy(await ExecutedNotebook.ControlsPathAsync(), Path.Combine(frontEnd.Folder, "controls.ipynb"));
        var page = await frontEnd.OpenAsync("controls.ipynb");
        await frontEnd.GrowAsync(page);
        if (frontEnd.AsksForTrust)
        {
            await LiveControls.AssertStillAsync(frontEnd.Drawing(page));
            await frontEnd.ClosePagesAsync();
            await frontEnd.TrustAsync("controls.ipynb");
            page = await frontEnd.OpenAsync("controls.ipynb");
            await frontEnd.GrowAsync(page);
        }

        await LiveControls.AssertUsableAsync(page, frontEnd.Drawing(page));
        await frontEnd.ScreenshotAsync(page, "controls");
        Assert.Empty(frontEnd.External);
    }

    [Fact]
    public async Task A_key_offers_names_and_another_explains_the_one_before_the_cursor()
    {
        NotebookFile.Write(Path.Combine(frontEnd.Folder, "typing.ipynb"), "Math.S", "Math.Sqrt");
        var page = await frontEnd.OpenAsync("typing.ipynb");

        await frontEnd.EnterAsync(page, 0);
        await frontEnd.AskForNamesAsync(page);
        await Assertions.Expect(frontEnd.Completions(page).Filter(new() { HasText = "Sqrt" })).ToBeVisibleAsync();
        await frontEnd.ScreenshotAsync(page, "completion");

        await page.Keyboard.PressAsync("Escape");
        await frontEnd.EnterAsync(page, 1);
        await frontEnd.AskForMeaningAsync(page);
        await Assertions.Expect(frontEnd.Tooltip(page)).ToContainTextAsync("square root");
        await frontEnd.ScreenshotAsync(page, "tooltip");
        Assert.Empty(frontEnd.External);
    }

    [Fact]
    public async Task A_loop_is_interrupted_a_question_answered_and_a_restart_forgets()
    {
        NotebookFile.Write(Path.Combine(frontEnd.Folder, "running.ipynb"),
            "var answers = new[] { 4, 2 };\nanswers.Length", "Console.WriteLine(\"round\"); while (true) { }", "Console.WriteLine($\"Good morning, {Console.ReadLine()}.\");", "answers.Sum()");
        var page = await frontEnd.OpenAsync("running.ipynb");
        await frontEnd.RunAsync(page, 0);
        await frontEnd.ShowsAsync(page, 0, "2");

        await frontEnd.RunAsync(page, 1);
        await frontEnd.ShowsAsync(page, 1, "round");
        await frontEnd.InterruptAsync(page);
        await frontEnd.ShowsAsync(page, 1, "Interrupted");

        await frontEnd.RunAsync(page, 2);
        await frontEnd.Question(page).FillAsync("Ada");
        await frontEnd.ScreenshotAsync(page, "question");
        await frontEnd.Question(page).PressAsync("Enter");
        await frontEnd.ShowsAsync(page, 2, "Good morning, Ada.");

        await frontEnd.RunAsync(page, 3);
        await frontEnd.ShowsAsync(page, 3, "6");
        await frontEnd.RestartAsync(page);
        await frontEnd.RunAsync(page, 3);
        await frontEnd.ShowsAsync(page, 3, "CS0103");
        await frontEnd.ScreenshotAsync(page, "restarted", whole: true);
        Assert.Empty(frontEnd.External);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await frontEnd.ClosePagesAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Uses classic Notebook.</summary>
public sealed class ClassicNotebookTests(ClassicNotebook notebook) : NotebookUseTests(notebook), IClassFixture<ClassicNotebook>;

/// <summary>Uses JupyterLab.</summary>
public sealed class JupyterLabTests(JupyterLab lab) : NotebookUseTests(lab), IClassFixture<JupyterLab>;
