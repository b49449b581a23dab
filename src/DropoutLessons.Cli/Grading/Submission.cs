using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Grading;

/// <summary>Holds the code somebody hands in, cell by cell.</summary>
/// <param name="File">path of the notebook or .cs file</param>
/// <param name="Cells">code in the order it runs; a .cs file is one cell</param>
internal sealed record Submission(string File, IReadOnlyList<SubmittedCell> Cells)
{
    /// <summary>Folder that relative paths in the code start from.</summary>
    public string Folder => Path.GetDirectoryName(Path.GetFullPath(File)) ?? ".";

    /// <summary>Reads a notebook (.ipynb) or a C# file (.cs, .csx).</summary>
    /// <exception cref="UnusableInputException">The file is missing, unreadable, or of another kind.</exception>
    public static Submission Load(string file)
    {
        if (!System.IO.File.Exists(file))
            throw new UnusableInputException($"No such file: {file}. Give the path of a notebook (.ipynb) or a C# file (.cs).");
        return Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".ipynb" => new(file, [.. CellsOf(LessonFiles.Load(file))]),
            ".cs" or ".csx" => new(file, [new(Path.GetFileName(file), System.IO.File.ReadAllText(file))]),
            var other => throw new UnusableInputException($"Cannot grade {file}: a submission is a notebook (.ipynb) or a C# file (.cs), not \"{other}\"."),
        };
    }

    // A check cell judges; running it would let a submission's own words stand beside the verdict.
    private static IEnumerable<SubmittedCell> CellsOf(Notebook notebook) =>
        notebook.Cells
            .Select((cell, i) => (cell, Name: $"cell {i + 1}"))
            .Where(entry => entry.cell.IsCode && !entry.cell.Tags.Contains("check"))
            .Select(entry => new SubmittedCell(entry.Name, entry.cell.Source));
}

/// <summary>Holds one piece of submitted code.</summary>
/// <param name="Name">what a message calls the place, such as "cell 4"</param>
/// <param name="Code">C# as in a notebook cell</param>
internal sealed record SubmittedCell(string Name, string Code);
