using System.Net;

namespace DropoutLessons.Kernel;

/// <summary>Writes what is shown of an object as HTML, without styles: front ends have their own for tables, dark themes included.</summary>
internal static class HtmlText
{
    /// <summary>Writes the model; null where plain text says as much.</summary>
    public static string? Of(DisplayModel model) => model switch
    {
        TableModel or ObjectModel => Write(model),
        ListModel list when IsMoreThanText(list) => Write(model),
        _ => null,
    };

    private static bool IsMoreThanText(ListModel list) => list.Items.Any(item => item is HtmlModel or TableModel or ObjectModel);

    private static string Write(DisplayModel model) => model switch
    {
        TextModel text => Text(text.Text),
        HtmlModel html => html.Html,
        ListModel list when !IsMoreThanText(list) => Text(PlainText.Of(list)),
        ListModel list => $"<ol start=\"0\">{string.Concat(list.Items.Select(item => $"<li>{Write(item)}</li>"))}</ol>{Note(list.More)}",
        TableModel table => Table(table),
        ObjectModel item => $"<table><thead><tr><th colspan=\"2\">{Text(item.Type)}</th></tr></thead><tbody>{string.Concat(item.Members.Select(member => $"<tr><th>{Text(member.Name)}</th><td>{Write(member.Value)}</td></tr>"))}</tbody></table>",
        _ => "",
    };

    private static string Table(TableModel table)
    {
        bool hasHeads = table.Rows.Any(row => row.Head.Length > 0);
        string head = string.Concat(table.Columns.Select(column => $"<th>{Text(column)}</th>"));
        string rows = string.Concat(table.Rows.Select(row => $"<tr>{(hasHeads ? $"<th>{Text(row.Head)}</th>" : "")}{string.Concat(row.Cells.Select(cell => $"<td>{Write(cell)}</td>"))}</tr>"));
        return $"<table><thead><tr>{(hasHeads ? "<td></td>" : "")}{head}</tr></thead><tbody>{rows}</tbody></table>{Note(table.Note)}";
    }

    private static string Note(string note) => note.Length > 0 ? $"<p>{Text(note)}</p>" : "";

    private static string Text(string text) => text.Contains('\n', StringComparison.Ordinal) ? $"<pre>{WebUtility.HtmlEncode(text)}</pre>" : WebUtility.HtmlEncode(text);
}
