using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DropoutLessons.Cli.Book;

/// <summary>Renders a stored cell output (nbformat 4) to HTML, taking the richest form a browser shows without help.</summary>
internal static partial class OutputHtml
{
    /// <summary>Renders one output; unknown kinds give an empty string.</summary>
    public static string Render(JsonNode output) => (string?)output["output_type"] switch
    {
        "stream" => $"<pre class=\"stream {(string?)output["name"]}\">{Escape(Text(output["text"]))}</pre>",
        "error" => $"<pre class=\"error\" role=\"alert\">{Escape(Traceback(output))}</pre>",
        "display_data" or "execute_result" when output["data"] is JsonObject data => Bundle(data),
        _ => "",
    };

    /// <summary>Reads a text field, which nbformat stores as one string or as a list of lines.</summary>
    public static string Text(JsonNode? node) =>
        node is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)node ?? "";

    private static string Bundle(JsonObject data)
    {
        if (data["text/html"] is { } html)
            return $"<div class=\"rich\">{Text(html)}</div>";
        if (data["image/svg+xml"] is { } svg)
            return $"<div class=\"rich\">{Text(svg)}</div>";
        if (data["image/png"] is { } png)
            return $"<img alt=\"{Escape(Text(data["text/plain"]))}\" src=\"data:image/png;base64,{Text(png).Replace("\n", "", StringComparison.Ordinal)}\">";
        return data["text/markdown"] is { } markdown ? MarkdownPage.ToHtml(Text(markdown)) : $"<pre>{Escape(Text(data["text/plain"]))}</pre>";
    }

    private static string Traceback(JsonNode error) =>
        error["traceback"] is JsonArray { Count: > 0 } lines
            ? AnsiColour().Replace(string.Join('\n', lines.Select(line => (string?)line)), "")
            : $"{(string?)error["ename"]}: {(string?)error["evalue"]}";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex(@"\x1b\[[0-9;]*[A-Za-z]")]
    private static partial Regex AnsiColour();
}
