using DropoutLessons.Cli.Authoring;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Tests.Learning;

/// <summary>Is a learner's folder with the first lesson in it, and the tool to work on it.</summary>
internal sealed class Course : IDisposable
{
    private static readonly string s_tool = Path.Combine(AppContext.BaseDirectory, "DropoutLessons.Cli.dll");

    private readonly TemporaryFolder _folder = new();

    public Course()
    {
        Notebooks = Directory.CreateDirectory(Path.Combine(_folder.Path, "notebooks")).FullName;
        _folder.Write("notebooks/source/01-mask.md", File.ReadAllText(TestFiles.At("notebooks", "source", "01-mask.md")));
        Directory.CreateSymbolicLink(Path.Combine(Notebooks, "lib"), TestFiles.At("notebooks", "lib"));
        File.WriteAllText(Lesson, LessonCopy.ForLearner(Source).ToText());
    }

    public string Notebooks { get; }

    public string Lesson => Path.Combine(Notebooks, "01-mask.ipynb");

    public string ProgressJson => Path.Combine(Notebooks, "progress.json");

    public LessonSource Source => SourceReader.Read(Path.Combine(Notebooks, "source", "01-mask.md"));

    /// <summary>Dated copies, by name.</summary>
    public string[] Kept => Directory.Exists(Path.Combine(Notebooks, "kept")) ? [.. Directory.GetFiles(Path.Combine(Notebooks, "kept")).Order(StringComparer.Ordinal)] : [];

    /// <summary>Writes an answer into a stub, as a learner does.</summary>
    public void Answer(string cell, string code)
    {
        var notebook = Notebook.Load(Lesson);
        notebook.Cells.Single(other => other.Id == cell).Source = code;
        notebook.Save(Lesson);
    }

    /// <summary>Gives every cell another id, as programs do that copy cells.</summary>
    public void RenameCells()
    {
        var notebook = Notebook.Load(Lesson);
        foreach (var (cell, i) in notebook.Cells.Select((cell, i) => (cell, i)))
            cell.Json["id"] = $"{i:x8}";
        notebook.Save(Lesson);
    }

    /// <summary>Writes a mask that compares as told.</summary>
    public void AnswerMask(string comparison) => Answer("answer", $"bool[] Mask(float[] u, double rate) => u.Select(v => {comparison}).ToArray();");

    public Task<ToolRun> RunAsync(params string[] arguments) => ToolRun.OfAsync("dotnet", [s_tool, .. arguments], _folder.Path);

    /// <summary>Runs the tool where bubblewrap has changed the file system.</summary>
    public Task<ToolRun> RunUnderAsync(IEnumerable<string> mounts, string before, params string[] arguments) =>
        ToolRun.OfAsync("/usr/bin/bwrap", ["--bind", "/", "/", "--dev", "/dev", .. mounts, "bash", "-c", before + "exec dotnet \"$@\"", "tool", s_tool, .. arguments], _folder.Path);

    /// <summary>Command line of the tool, for a test that talks to it while it runs.</summary>
    public System.Diagnostics.ProcessStartInfo Start(params string[] arguments) => new("dotnet", [s_tool, .. arguments])
    {
        WorkingDirectory = _folder.Path,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    public void Dispose() => _folder.Dispose();
}
