using System.Diagnostics;
using DropoutLessons.Cli.Book;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Running;

/// <summary>Executes one lesson on the embedded engine.</summary>
internal static class LessonRunner
{
    /// <summary>Runs <paramref name="file"/> from its own folder, as a front end does.</summary>
    /// <param name="file">path of the notebook</param>
    /// <param name="name">name the lesson goes by in reports</param>
    /// <param name="limit">time one cell may take</param>
    /// <param name="report">told the number of cells done and the number of all</param>
    /// <param name="cancellation">stops the run</param>
    /// <exception cref="UnusableInputException">The notebook is missing or broken.</exception>
    public static async Task<ExecutedLesson> RunAsync(string file, string name, TimeSpan limit, Action<int, int> report, CancellationToken cancellation)
    {
        var notebook = LessonFiles.Load(file);
        var watch = Stopwatch.StartNew();
        var options = new NotebookRunnerOptions { WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(file))!, CellTimeLimit = limit };
        var run = await NotebookRunner.RunAsync(notebook, options, new Progress(report), cancellation);
        return new(name, notebook, VerdictOf(notebook), run.Failure, watch.Elapsed);
    }

    private static string VerdictOf(Notebook notebook) =>
        notebook.Cells.LastOrDefault(cell => cell.Tags.Contains("check"))?.Outputs
            .Select(output => OutputHtml.Text(output["data"]?["text/plain"])).LastOrDefault() ?? "";

    // Progress<T> posts to the thread pool, where a late report would overtake the end of the bar.
    private sealed class Progress(Action<int, int> report) : IProgress<NotebookProgress>
    {
        public void Report(NotebookProgress value) => report(value.Done, value.Total);
    }
}
