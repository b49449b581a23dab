using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace DropoutLessons.Kernel;

/// <summary>Reads the documentation of a symbol as plain sentences.</summary>
internal static partial class Documentation
{
    /// <summary>Writes summary, parameters and return value; empty when nothing is documented.</summary>
    public static string Of(ISymbol symbol)
    {
        if (Xml(symbol) is not { } root)
            return "";
        var text = new StringBuilder(Text(root.Descendants("summary").FirstOrDefault()));
        foreach (var parameter in root.Descendants("param"))
            text.Append('\n').Append("  ").Append((string?)parameter.Attribute("name")).Append(": ").Append(Text(parameter));
        if (root.Descendants("returns").FirstOrDefault() is { } returns)
            text.Append('\n').Append("  returns: ").Append(Text(returns));
        foreach (var exception in root.Descendants("exception"))
            text.Append('\n').Append("  throws ").Append(LastName((string?)exception.Attribute("cref"))).Append(": ").Append(Text(exception));
        return text.ToString().Trim();
    }

    /// <summary>Writes what a parameter means; empty when nothing is documented.</summary>
    public static string OfParameter(ISymbol symbol, string parameter) =>
        Text(Xml(symbol)?.Descendants("param").FirstOrDefault(element => (string?)element.Attribute("name") == parameter));

    private static XElement? Xml(ISymbol symbol)
    {
        string? xml = symbol.GetDocumentationCommentXml(expandIncludes: true);
        try
        {
            return string.IsNullOrWhiteSpace(xml) ? null : XElement.Parse($"<doc>{xml}</doc>");
        }
        catch (System.Xml.XmlException)
        {
            return null;
        }
    }

    private static string Text(XElement? element) => element is null ? "" : Spaces().Replace(string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" } reference =>
            (string?)reference.Attribute("langword") ?? (string?)reference.Attribute("name") ?? LastName((string?)reference.Attribute("cref")),
        XElement inner => Text(inner) + " ",
        _ => "",
    })), " ").Trim();

    private static string LastName(string? cref) => cref is null ? "" : cref.Split('(')[0].Split('.', ':')[^1].Split('`')[0];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
