using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace DropoutLessons;

/// <summary>Writes a picture as HTML: a still image first, a live chart where scripts run, a caption, and the numbers as a table.</summary>
internal static class PictureHtml
{
    private static readonly Lock s_lock = new();
    private static readonly Dictionary<string, int> s_written = [];

    public static string Write(Picture picture)
    {
        string content = Hash(picture);
        string id = Id(content);
        string image = Convert.ToBase64String(Encoding.UTF8.GetBytes(picture.Svg));
        string script = Resource.Text("draw.js").Replace("@ID@", id, StringComparison.Ordinal)
            // "<" stands in texts alone, where this is another way to write it; as it is it could end the script element.
            .Replace("@FIGURE@", picture.FigureJson.Replace("<", "\\u003c", StringComparison.Ordinal), StringComparison.Ordinal);
        return $"""
            <div id="{id}" class="dl-picture" role="group" aria-label="{Escape(picture.Title)}">
            <img class="dl-still" alt="{Escape(picture.Title)}: {Escape(picture.Caption)}" src="data:image/svg+xml;base64,{image}" style="max-width:100%;height:auto">
            <div class="dl-live" hidden tabindex="0" role="application" aria-label="{Escape(picture.Title)}, live chart: arrow keys read its points, space hides or shows a series"></div>
            <p class="dl-read" aria-live="polite" style="min-height:1.2em;margin:0;font-size:.85em"></p>
            <p class="dl-caption">{Escape(picture.Caption)}</p>
            <details><summary style="display:list-item;cursor:pointer">The numbers</summary>{Table(picture.Numbers)}</details>
            <script>{script}</script>{PlotlyLibrary.ScriptFor(content)}
            </div>
            """;
    }

    // The same picture twice in one page needs two names; equal runs must still give equal bytes.
    private static string Id(string content)
    {
        lock (s_lock)
        {
            s_written[content] = s_written.GetValueOrDefault(content) + 1;
            return $"dl-{content}-{s_written[content]}";
        }
    }

    private static string Hash(Picture picture) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(picture.FigureJson + picture.Caption)))[..12];

    private static string Table(PictureTable table) =>
        $"<table><thead><tr>{string.Concat(table.Header.Select(name => $"<th scope=\"col\">{Escape(name)}</th>"))}</tr></thead><tbody>"
        + string.Concat(table.Rows.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td>{Escape(cell)}</td>"))}</tr>"))
        + $"</tbody></table>{(table.Note.Length > 0 ? $"<p>{Escape(table.Note)}</p>" : "")}";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
