using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace DropoutLessons.Kernel;

/// <summary>Turns an object into its <see cref="MimeBundle"/>: as somebody has registered it with Microsoft.DotNet.Interactive.Formatting, else as the kernel shows it.</summary>
internal static class ObjectFormatter
{
    private const string PlainMimeType = "text/plain";

    /// <summary>Formats <paramref name="value"/> in every MIME type preferred for its class, and as plain text.</summary>
    /// <remarks>Runs code of the object's class: call it where that code may run, inside the cell.</remarks>
    public static MimeBundle Format(object? value)
    {
        if (value is null)
            return MimeBundle.Text("null");
        string[] preferred = [.. Formatter.GetPreferredMimeTypesFor(value.GetType())];
        if (CustomFormatters.Has(value.GetType()) || preferred is not (["text/html"] or [PlainMimeType]))
            return Format(value, [.. preferred.Where(type => type != PlainMimeType), PlainMimeType]);

        var model = DisplayModel.Of(value);
        var data = new Dictionary<string, JsonNode>();
        if (preferred is ["text/html"] && HtmlText.Of(model) is { } html)
            data["text/html"] = JsonValue.Create(html);
        data[PlainMimeType] = JsonValue.Create(PlainText.Of(model));
        return new(data);
    }

    /// <summary>Formats <paramref name="value"/> in the given MIME types.</summary>
    public static MimeBundle Format(object? value, IReadOnlyList<string> mimeTypes)
    {
        var data = new Dictionary<string, JsonNode>();
        foreach (string mimeType in mimeTypes)
            data[mimeType] = Content(mimeType, value.ToDisplayString(mimeType));
        return new(data);
    }

    private static JsonNode Content(string mimeType, string text) =>
        mimeType.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(text) ?? text : JsonValue.Create(text);
}
