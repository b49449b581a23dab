using System.Text.Json;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Writes small notebooks for tests.</summary>
public static class NotebookFile
{
    /// <summary>Writes a notebook of code cells for our kernel.</summary>
    /// <param name="path">file to write</param>
    /// <param name="cells">source of each cell</param>
    public static void Write(string path, params string[] cells) => File.WriteAllText(path, JsonSerializer.Serialize(new
    {
        nbformat = 4,
        nbformat_minor = 5,
        metadata = new { kernelspec = new { display_name = ".NET (C#)", language = "C#", name = ".net-csharp" }, language_info = new { name = "C#", file_extension = ".cs" } },
        cells = cells.Select((source, i) => new { cell_type = "code", id = $"cell-{i}", execution_count = (int?)null, metadata = new { }, outputs = Array.Empty<object>(), source }),
    }));
}
