using System.Security.Cryptography;
using System.Text;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Grading;

/// <summary>Holds the code somebody hands in, cell by cell.</summary>
/// <param name="File">path of the notebook or .cs file, as the report names it</param>
/// <param name="Cells">its cells in their order; a .cs file is one cell</param>
internal sealed record Submission(string File, IReadOnlyList<SubmittedCell> Cells)
{
    private const long MostBytes = 16 << 20;

    /// <summary>Identifies the content, so that a grading that goes on later knows what it has graded.</summary>
    public required string Hash { get; init; }

    /// <summary>True for names of files that can be graded.</summary>
    public static bool IsOne(string file) => Path.GetExtension(file).ToLowerInvariant() is ".ipynb" or ".cs" or ".csx";

    /// <summary>Reads a notebook (.ipynb) or a C# file (.cs, .csx).</summary>
    /// <param name="file">what the report names it</param>
    /// <param name="content">its bytes; read to the end, not closed</param>
    /// <exception cref="UnusableInputException">It is of another kind, broken, or too large to be somebody's work.</exception>
    public static Submission Read(string file, Stream content)
    {
        if (!IsOne(file))
            throw new UnusableInputException($"Cannot grade {file}: a submission is a notebook (.ipynb) or a C# file (.cs), not \"{Path.GetExtension(file)}\".");
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = content.Read(buffer)) > 0 && bytes.Length <= MostBytes;)
            bytes.Write(buffer, 0, read);
        if (bytes.Length > MostBytes)
            throw new UnusableInputException($"{file} has more than {MostBytes >> 20} MB: clear the outputs of the notebook and hand it in again.");
        string text = new StreamReader(new MemoryStream(bytes.ToArray()), Encoding.UTF8, detectEncodingFromByteOrderMarks: true).ReadToEnd();
        return new(file, [.. file.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) ? CellsOf(text, file) : [new(Path.GetFileName(file), text)]])
        {
            Hash = Convert.ToHexString(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))),
        };
    }

    private static SubmittedCell[] CellsOf(string text, string file)
    {
        try
        {
            return Notebook.Parse(text, file).Cells.Select((cell, i) => new SubmittedCell($"cell {i + 1}", cell.Source, cell.IsCode)).ToArray();
        }
        catch (NotebookFormatException e)
        {
            throw new UnusableInputException(e.Message, e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw new UnusableInputException($"{file} is not a notebook this program reads: {e.Message} Open it in Jupyter or VS Code and save it again.", e);
        }
    }
}
