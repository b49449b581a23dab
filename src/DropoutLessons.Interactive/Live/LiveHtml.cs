using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace DropoutLessons;

/// <summary>Writes a live control as HTML: still image, summary, state and table first; the script brings them to life where it runs.</summary>
/// <remarks>Every control carries the script, so that one whose neighbours were deleted still works; the page runs it once.</remarks>
internal static class LiveHtml
{
    private static readonly Lock s_lock = new();
    private static readonly Dictionary<string, int> s_written = [];

    public static string Write(LiveControl control)
    {
        string spec = LiveScript.Spec(control.View, control.State, control.X), id = Id(spec);
        string image = Convert.ToBase64String(Encoding.UTF8.GetBytes(control.Svg));
        return $"""
            <div id="{id}" class="dl-control" role="group" aria-label="{Escape(control.Title)}">
            <img class="dl-still" alt="{Escape(control.Title)}. {Escape(control.Summary)}" src="data:image/svg+xml;base64,{image}" style="max-width:100%">
            <p class="dl-summary">{Escape(control.Summary)}</p>
            <div class="dl-state">State <code>{Escape(control.State)}</code></div>
            <details><summary style="display:list-item;cursor:pointer">The numbers</summary><div class="dl-numbers">{Table(control.Numbers)}</div></details>
            <script>{LiveScript.Code}</script><script>dropoutLessonsLive["{LiveScript.Id}"].mount("{id}",{spec.Replace("</", "<\\/", StringComparison.Ordinal)});</script>
            </div>
            """;
    }

    // The same control twice in one page needs two names; equal runs must still give equal bytes.
    private static string Id(string spec)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(spec)))[..12];
        lock (s_lock)
        {
            s_written[hash] = s_written.GetValueOrDefault(hash) + 1;
            return $"dl-{hash}-{s_written[hash]}";
        }
    }

    private static string Table(PictureTable table) =>
        $"<table><thead><tr>{string.Concat(table.Header.Select(name => $"<th scope=\"col\">{Escape(name)}</th>"))}</tr></thead><tbody>"
        + string.Concat(table.Rows.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td>{Escape(cell)}</td>"))}</tr>"))
        + $"</tbody></table>{(table.Note.Length > 0 ? $"<p>{Escape(table.Note)}</p>" : "")}";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
