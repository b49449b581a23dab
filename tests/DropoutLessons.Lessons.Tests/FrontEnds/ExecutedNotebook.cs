using System.Text.RegularExpressions;
using DropoutLessons.Kernel;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Is the gallery of every kind of picture as the runner has executed it, with its outputs saved; made once for all tests.</summary>
public static partial class ExecutedNotebook
{
    private static readonly Lazy<Task<string>> s_path = new(() => RunAsync(InGallery("gallery.ipynb")));
    private static readonly Lazy<Task<string>> s_controls = new(() => RunAsync(InGallery("live.ipynb")));

    /// <summary>Runs the notebook of pictures, the first time it is asked for.</summary>
    public static Task<string> PathAsync() => s_path.Value;

    /// <summary>Runs the notebook of live controls, the first time it is asked for.</summary>
    public static Task<string> ControlsPathAsync() => s_controls.Value;

    /// <summary>Number of pictures among a notebook's saved outputs.</summary>
    public static int PicturesIn(string file) => Notebook.Load(file).Cells.Where(cell => cell.IsCode)
        .Sum(cell => cell.Outputs.Sum(output => Picture().Count(output!["data"]?["text/html"]?.ToJsonString() ?? "")));

    // The gallery's notebooks load the kit from a folder beside them, as lessons do.
    private static string InGallery(string name)
    {
        string folder = Directory.CreateDirectory(TestFiles.At(".artifacts", "gallery for tests")).FullName, lib = Path.Combine(folder, "lib"), copy = Path.Combine(folder, name);
        if (!Directory.Exists(lib))
            Directory.CreateSymbolicLink(lib, TestFiles.At("notebooks", "lib"));
        File.Copy(TestFiles.At("tests", "gallery", name), copy, overwrite: true);
        return copy;
    }

    private static async Task<string> RunAsync(string source)
    {
        string book = TestFiles.At(".artifacts", $"executed {Path.GetFileNameWithoutExtension(source)} for tests");
        var run = await ToolRun.OfAsync("dotnet", [KernelHome.Tool, "run", source, "--no-kernel", "--book", book], Path.GetDirectoryName(source)!);
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        return Path.Combine(book, "executed", Path.GetFileName(source));
    }

    // A quotation mark is written as \u0022 or \" by different writers.
    [GeneratedRegex(@"class=(\\u0022|\\"")dl-picture")]
    private static partial Regex Picture();
}
