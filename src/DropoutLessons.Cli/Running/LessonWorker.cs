using System.IO.Pipes;
using System.Text.Json;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Running;

/// <summary>Executes one notebook in a process of its own, as a kernel would: no lesson sees what another left behind, and none can end the tool.</summary>
internal static class LessonWorker
{
    /// <summary>Hidden command that starts the worker.</summary>
    public const string CommandName = "run-worker";

    /// <summary>Runs <paramref name="source"/> and writes the executed notebook to <paramref name="target"/>.</summary>
    /// <param name="source">path of the notebook; not changed</param>
    /// <param name="target">path of the executed copy</param>
    /// <param name="pipeHandle">handle of the pipe that is told progress and end, a JSON line each</param>
    /// <param name="folder">folder the cells run in</param>
    /// <param name="seconds">time one cell may take</param>
    /// <param name="goesOn">true to run the cells after one that fails too</param>
    /// <param name="cancellation">ends the run</param>
    public static async Task<int> RunAsync(string source, string target, string pipeHandle, string folder, double seconds, bool goesOn, CancellationToken cancellation)
    {
        var notebook = LessonFiles.Load(source);
        using var pipe = new AnonymousPipeClientStream(PipeDirection.Out, pipeHandle);
        await using var lines = new StreamWriter(pipe) { AutoFlush = true };
        var options = new NotebookRunnerOptions { WorkingDirectory = folder, CellTimeLimit = TimeSpan.FromSeconds(seconds), GoesOnAfterFailure = goesOn };
        Directory.SetCurrentDirectory(options.WorkingDirectory);
        var run = await NotebookRunner.RunAsync(notebook, options, new Lines(lines), cancellation);
        notebook.Save(target);
        await lines.WriteLineAsync(JsonSerializer.Serialize(new LessonReport(null, true, run.Failure)));
        return ExitCode.Ok;
    }

    // Progress<T> posts to the thread pool, where a late report would overtake the end.
    private sealed class Lines(StreamWriter writer) : IProgress<NotebookProgress>
    {
        public void Report(NotebookProgress value) => writer.WriteLine(JsonSerializer.Serialize(new LessonReport(value, false, null)));
    }
}

/// <summary>Is one line of a worker's report.</summary>
/// <param name="Progress">how far it is, or null</param>
/// <param name="IsEnd">true for the last line</param>
/// <param name="Failure">why the run stopped, or null</param>
internal sealed record LessonReport(NotebookProgress? Progress, bool IsEnd, string? Failure);
