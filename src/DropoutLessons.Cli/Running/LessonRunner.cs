using System.Diagnostics;
using System.IO.Pipes;
using System.Text.Json;
using DropoutLessons.Cli.Book;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Running;

/// <summary>Executes lessons on the embedded engine, each in a worker process.</summary>
internal static class LessonRunner
{
    /// <summary>Runs a notebook from its own folder, as a front end does.</summary>
    /// <param name="file">the notebook; it is not changed</param>
    /// <param name="limit">time one cell may take</param>
    /// <param name="report">told the number of cells done and the number of all</param>
    /// <param name="cancellation">stops the run</param>
    /// <exception cref="UnusableInputException">The notebook is missing or broken.</exception>
    public static async Task<ExecutedLesson> RunAsync(LessonFile file, TimeSpan limit, Action<int, int> report, CancellationToken cancellation)
    {
        LessonFiles.Load(file.Path);
        var watch = Stopwatch.StartNew();
        var folder = Directory.CreateTempSubdirectory("dropout-lessons-");
        try
        {
            string target = Path.Combine(folder.FullName, Path.GetFileName(file.Path));
            string? failure = await WorkAsync(file.Path, target, limit, report, cancellation);
            var notebook = LessonFiles.Load(File.Exists(target) ? target : file.Path);
            return new(file.Name, notebook, VerdictOf(notebook), failure, watch.Elapsed);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string?> WorkAsync(string file, string target, TimeSpan limit, Action<int, int> report, CancellationToken cancellation)
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        using var worker = ThisTool.Start(pipe, LessonWorker.CommandName, Path.GetFullPath(file), target, pipe.GetClientHandleAsString(), limit.TotalSeconds.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
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

    private static string VerdictOf(Notebook notebook) =>
        notebook.Cells.LastOrDefault(cell => cell.Tags.Contains("check"))?.Outputs
            .Select(output => OutputHtml.Text(output["data"]?["text/plain"])).LastOrDefault() ?? "";
}
