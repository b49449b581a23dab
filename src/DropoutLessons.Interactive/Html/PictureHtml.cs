using System.Net;
using System.Text;

namespace DropoutLessons;

/// <summary>Writes a picture as HTML: a still image first, a live chart where scripts run, a caption, and the numbers as a table.</summary>
internal static class PictureHtml
{
    public static string Write(Picture picture)
    {
        string content = picture.FigureJson + picture.Caption, id = PageName.Next(content);
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
            <details><summary style="display:list-item;cursor:pointer">The numbers</summary>
            <div class="dl-numbers" role="group" aria-label="The numbers" tabindex="0" style="overflow-x:auto">{TableHtml.Write(picture.Numbers)}</div></details>
            <script>{script}</script>{PlotlyLibrary.ScriptFor(PageName.Hash(content))}
            </div>
            """;
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
