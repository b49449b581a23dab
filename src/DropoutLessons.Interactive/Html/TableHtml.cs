using System.Net;

namespace DropoutLessons;

/// <summary>Writes numbers as an HTML table.</summary>
internal static class TableHtml
{
    public static string Write(PictureTable table) =>
        $"<table><thead><tr>{string.Concat(table.Header.Select(name => $"<th scope=\"col\">{Escape(name)}</th>"))}</tr></thead><tbody>"
        + string.Concat(table.Rows.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td>{Escape(cell)}</td>"))}</tr>"))
        + $"</tbody></table>{(table.Note.Length > 0 ? $"<p>{Escape(table.Note)}</p>" : "")}";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
