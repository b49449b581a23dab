using System.Diagnostics;
using System.Text.Json;
using DropoutLessons.Cli.Book;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Running;

/// <summary>Executes lessons on the embedded engine, each in a worker process.</summary>
internal static class LessonRunner
{
    /// <summary>Does something with each of several lessons, as many at once as there are processors.</summary>
    /// <param name="count">number of lessons; the last ones take longest, so they are begun first: none keeps the other processors waiting at the end</param>
    /// <param name="run">is told which lesson, and whether it is alone, for the methods below</param>
    /// <param name="cancellation">stops all</param>
    public static Task ForEachAsync(int count, Func<int, bool, CancellationToken, ValueTask> run, CancellationToken cancellation) =>
        Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation }, (begun, token) => run(count - 1 - begun, count == 1, token));

    /// <summary>Runs a notebook from its own folder, as a front end does.</summary>
    /// <param name="file">the notebook; it is not changed</param>
    /// <param name="limit">time one cell may take</param>
    /// <param name="isAlone">whether it may use all processors; false where others run beside it</param>
    /// <param name="report">told the number of cells done and the number of all</param>
    /// <param name="cancellation">stops the run</param>
    /// <exception cref="UnusableInputException">The notebook is missing or broken.</exception>
    public static async Task<ExecutedLesson> RunAsync(LessonFile file, TimeSpan limit, bool isAlone, Action<int, int> report, CancellationToken cancellation)
    {
        var lesson = LessonFiles.Load(file.Path);
        var watch = Stopwatch.StartNew();
        var (notebook, failure) = await ExecuteAsync(lesson, Path.GetDirectoryName(Path.GetFullPath(file.Path))!, limit, goesOn: false, isAlone, report, cancellation);
        return new(file.Name, notebook, VerdictOf(notebook), failure, watch.Elapsed);
    }

    /// <summary>Runs a notebook that need not be on disk.</summary>
    /// <param name="lesson">the notebook; it is not changed</param>
    /// <param name="workingFolder">folder its cells run in</param>
    /// <param name="limit">time one cell may take</param>
    /// <param name="goesOn">true to run the cells after one that fails too</param>
    /// <param name="isAlone">whether it may use all processors; false where others run beside it</param>
    /// <param name="report">told the number of cells done and the number of all</param>
    /// <param name="cancellation">stops the run</param>
    /// <returns>the notebook with its outputs, and where and why it first failed, or null</returns>
    public static async Task<(Notebook Executed, string? Failure)> ExecuteAsync(
        Notebook lesson, string workingFolder, TimeSpan limit, bool goesOn, bool isAlone, Action<int, int> report, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("dropout-lessons-");
        try
        {
            string source = Path.Combine(folder.FullName, "source.ipynb"), target = Path.Combine(folder.FullName, "executed.ipynb");
            lesson.Save(source);
            string? failure = await WorkAsync([source, target], [Path.GetFullPath(workingFolder), Seconds(limit), goesOn.ToString()], isAlone, report, cancellation);
            return (LessonFiles.Load(File.Exists(target) ? target : source), failure);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string?> WorkAsync(string[] files, string[] settings, bool isAlone, Action<int, int> report, CancellationToken cancellation)
    {
        var (process, pipe) = ThisTool.Start(isAlone, handle => [LessonWorker.CommandName, .. files, handle, .. settings]);
        using var worker = process;
        await using var killer = cancellation.Register(() => worker.Kill(entireProcessTree: true));
        var printed = ThisTool.DrainAsync(worker);

        LessonReport? last = null;
        using var lines = new StreamReader(pipe);
        while (await lines.ReadLineAsync(CancellationToken.None) is { } line)
        {
            last = JsonSerializer.Deserialize<LessonReport>(line);
            if (last?.Progress is { } progress)
                report(progress.Done, progress.Total);
        }
        await worker.WaitForExitAsync(CancellationToken.None);
        string error = await printed;
        cancellation.ThrowIfCancellationRequested();
        return last is { IsEnd: true } ? last.Failure : $"the process that ran it ended with exit code {worker.ExitCode}{(error.Length > 0 ? $": {error.Trim()}" : "")}";
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    private static string VerdictOf(Notebook notebook) =>
        notebook.Cells.LastOrDefault(cell => cell.Tags.Contains("check"))?.Outputs
            .Select(output => OutputHtml.Text(output["data"]?["text/plain"])).LastOrDefault() ?? "";
}
