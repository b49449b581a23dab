using System.Text;

namespace DropoutLessons;

/// <summary>Holds the numbers behind a picture, for those who read rather than look.</summary>
/// <param name="Header">names of the columns</param>
/// <param name="Rows">cells, row by row</param>
/// <param name="Note">what was left out or reduced; empty when nothing was</param>
public sealed record PictureTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows, string Note = "")
{
    /// <summary>Writes the table in columns of equal width.</summary>
    public override string ToString()
    {
        int[] widths = [.. Header.Select((name, column) => Rows.Select(row => row[column].Length).Append(name.Length).Max())];
        var text = new StringBuilder();
        foreach (var row in Rows.Prepend(Header))
            text.AppendJoin("  ", row.Select((cell, column) => cell.PadLeft(widths[column]))).Append('\n');
        return text.Append(Note).ToString().TrimEnd();
    }
}
