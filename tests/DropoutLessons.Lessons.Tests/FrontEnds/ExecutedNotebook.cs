using System.Text.RegularExpressions;
using DropoutLessons.Kernel;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Is a lesson the runner has executed, with its outputs saved; made once for all tests.</summary>
public static partial class ExecutedNotebook
{
    private static readonly Lazy<Task<string>> s_path = new(RunAsync);

    /// <summary>Runs the solved lesson, the first time it is asked for.</summary>
    public static Task<string> PathAsync() => s_path.Value;

    /// <summary>Number of pictures among a notebook's saved outputs.</summary>
    public static int PicturesIn(string file) => Notebook.Load(file).Cells.Where(cell => cell.IsCode)
        .Sum(cell => cell.Outputs.Sum(output => Picture().Count(output!["data"]?["text/html"]?.ToJsonString() ?? "")));

    private static async Task<string> RunAsync()
    {
        string source = TestFiles.At("notebooks", "solutions", "15-dropout-forward.ipynb"), book = TestFiles.At(".artifacts", "executed for tests");
        var run = await ToolRun.OfAsync("dotnet", [KernelHome.Tool, "run", source, "--no-kernel", "--book", book], Path.GetDirectoryName(source)!);
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        return Path.Combine(book, "executed", Path.GetFileName(source));
    }

    // A quotation mark is written as \u0022 or \" by different writers.
    [GeneratedRegex(@"class=(\\u0022|\\"")dl-picture")]
    private static partial Regex Picture();
}
