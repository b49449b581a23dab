using System.Security.Cryptography;
using System.Text;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Authoring;

/// <summary>Marks a notebook with a hash of its cells as they were generated, so that a learner's changes can be told from a generator's.</summary>
internal static class LessonStamp
{
    /// <summary>Name of the stamp in the notebook's metadata, and in those of its cells.</summary>
    public const string Key = "dropout_lessons";

    /// <summary>Writes the stamp.</summary>
    public static void Set(Notebook notebook) => notebook.Json["metadata"]![Key]!["cells"] = HashOf(notebook);

    /// <summary>Hash of the cells as they were generated; null for a notebook without a stamp.</summary>
    public static string? Of(Notebook notebook) => (string?)notebook.Json["metadata"]?[Key]?["cells"];

    /// <summary>True when the cells are those that were generated; outputs do not matter.</summary>
    public static bool IsUntouched(Notebook notebook) => Of(notebook) == HashOf(notebook);

    /// <summary>Hash of the code up to and including a cell: what made that cell's outputs.</summary>
    /// <param name="code">text of the code cells in order, the cell's own last</param>
    public static string HashOf(IEnumerable<string> code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', code))))[..16];

    private static string HashOf(Notebook notebook) =>
        HashOf(notebook.Cells.Select(cell => $"{cell.Id}\n{cell.Source.ReplaceLineEndings("\n")}"));
}
