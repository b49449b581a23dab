using System.Net;
using System.Text;

namespace DropoutLessons;

/// <summary>Writes a live control as HTML: still image, summary, state and table first; the script brings them to life where it runs.</summary>
/// <remarks>Every control carries the script, so that one whose neighbours were deleted still works; the page runs it once.</remarks>
internal static class LiveHtml
{
    public static string Write(LiveControl control)
    {
        string spec = LiveScript.Spec(control.View, control.State, control.X), id = PageName.Next(spec);
        string image = Convert.ToBase64String(Encoding.UTF8.GetBytes(control.Svg));
        return $"""
            <div id="{id}" class="dl-control" role="group" aria-label="{Escape(control.Title)}">
            <img class="dl-still" alt="{Escape(control.Title)}. {Escape(control.Summary)}" src="data:image/svg+xml;base64,{image}" style="max-width:100%">
            <p class="dl-summary">{Escape(control.Summary)}</p>
            <div class="dl-state">State <code>{Escape(control.State)}</code></div>
            <details><summary style="display:list-item;cursor:pointer">The numbers</summary><div class="dl-numbers">{TableHtml.Write(control.Numbers)}</div></details>
            <script>{LiveScript.Code}</script><script>dropoutLessonsLive["{LiveScript.Id}"].mount("{id}",{spec.Replace("</", "<\\/", StringComparison.Ordinal)});</script>
            </div>
            """;
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
