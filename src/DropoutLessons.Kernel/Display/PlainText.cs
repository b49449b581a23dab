using System.Text;

namespace DropoutLessons.Kernel;

/// <summary>Writes what is shown of an object as plain text.</summary>
internal static class PlainText
{
    /// <summary>Writes the model, tables over several lines.</summary>
    public static string Of(DisplayModel model) => model switch
    {
        TableModel table => Table(table),
        ObjectModel item => $"{item.Type}\n{string.Join('\n', item.Members.Select(member => $"    {member.Name}: {Line(member.Value)}"))}",
        _ => Line(model),
    };

    /// <summary>Writes the model on one line.</summary>
    private static string Line(DisplayModel model) => model switch
    {
        TextModel text => text.Text,
        HtmlModel html => html.Text,
        ListModel { Items.Count: 0 } list => list.Open.Trim() + list.Close.Trim(),
        ListModel list => $"{list.Open}{string.Join(", ", list.Items.Select(Line).Concat(list.More.Length > 0 ? ["… " + list.More] : []))}{list.Close}",
        TableModel table => $"{{ {string.Join(", ", table.Rows.Select(row => string.Join(": ", row.Cells.Select(Line))))}{(table.Note.Length > 0 ? " " + table.Note : "")} }}",
        ObjectModel item => $"{item.Type} {{ {string.Join(", ", item.Members.Select(member => $"{member.Name}: {Line(member.Value)}"))} }}",
        _ => "",
    };

    private static string Table(TableModel table)
    {
        bool hasHeads = table.Rows.Any(row => row.Head.Length > 0);
        string[][] rows = [
            [.. hasHeads ? [""] : Array.Empty<string>(), .. table.Columns],
            .. table.Rows.Select(row => (string[])[.. hasHeads ? [row.Head] : Array.Empty<string>(), .. row.Cells.Select(Line)])];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        var text = new StringBuilder();
        foreach (string[] row in rows)
            text.Append(string.Join("  ", row.Select((cell, column) => cell.PadLeft(widths[column]))).TrimEnd()).Append('\n');
        return (text + table.Note).TrimEnd();
    }
}
