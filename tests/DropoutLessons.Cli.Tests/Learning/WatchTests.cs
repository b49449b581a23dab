using System.Diagnostics;

namespace DropoutLessons.Cli.Tests.Learning;

/// <summary>Saves a notebook under the eyes of <c>watch</c> and presses its keys.</summary>
public sealed class WatchTests
{
    [Fact]
    public async Task A_saved_notebook_is_checked_and_keys_give_hints_the_next_lesson_and_the_end()
    {
        using var course = new Course();
        using var watch = Process.Start(course.Start("watch"))!;
        try
        {
            await UntilAsync(watch, "h hint  n next  q quit");
            await UntilAsync(watch, "01-mask.ipynb");

            course.Answer("kept", "int? kept = 7;");
            await UntilAsync(watch, "✔ 01-kept: Right");
            await UntilAsync(watch, "○ 01-threshold");
            await PressAsync(watch, 'h');
            await UntilAsync(watch, "01-threshold, hint 1 of 1: Take one number");
            await PressAsync(watch, 'n');
            await UntilAsync(watch, "Go on with 01 A mask is a comparison");
            await PressAsync(watch, 'q');
            await watch.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, watch.ExitCode);
        }
        finally
        {
            if (!watch.HasExited)
                watch.Kill(entireProcessTree: true);
        }
    }

    private static async Task PressAsync(Process watch, char key)
    {
        await watch.StandardInput.WriteAsync(key);
        await watch.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
    }

    private static async Task UntilAsync(Process watch, string words)
    {
        // Words that never come are a failure, not a wait for ever.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (await watch.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            if (line.Contains(words, StringComparison.Ordinal))
                return;
        Assert.Fail($"\"{words}\" was never said. {await watch.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
    }
}
