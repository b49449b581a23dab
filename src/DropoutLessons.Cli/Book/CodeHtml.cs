using System.Net;
using ColorCode;

namespace DropoutLessons.Cli.Book;

/// <summary>Highlights code by classes, so that themes and print can colour it.</summary>
internal static class CodeHtml
{
    /// <summary>Renders <paramref name="code"/>; a language that is not known is rendered plain.</summary>
    /// <param name="code">the code</param>
    /// <param name="language">name as in a fenced block, such as "csharp" or "python"; may be empty</param>
    public static string Highlight(string code, string language)
    {
        var known = language.ToLowerInvariant() switch
        {
            "csharp" or "cs" or "c#" => Languages.CSharp,
            "python" or "py" => Languages.Python,
            "json" or "js" => Languages.JavaScript,
            _ => null,
        };
        return known is null ? $"<pre>{WebUtility.HtmlEncode(code)}</pre>" : new HtmlClassFormatter().GetHtmlString(code, known);
    }
}
