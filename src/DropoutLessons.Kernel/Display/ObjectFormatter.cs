using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace DropoutLessons.Kernel;

/// <summary>Turns an object into its <see cref="MimeBundle"/>: Microsoft.DotNet.Interactive.Formatting decides how it looks.</summary>
internal static class ObjectFormatter
{
    private const string PlainText = "text/plain";

    /// <summary>Formats <paramref name="value"/> in every MIME type preferred for its class, and as plain text.</summary>
    /// <remarks>Runs code of the object's class: call it where that code may run, inside the cell.</remarks>
    public static MimeBundle Format(object value)
    {
        if (Scalar(value) is { } text)
            return MimeBundle.Text(text);

        var data = new Dictionary<string, JsonNode>();
        foreach (string mimeType in Formatter.GetPreferredMimeTypesFor(value.GetType()).Where(type => type != PlainText))
            data[mimeType] = Content(mimeType, value.ToDisplayString(mimeType));
        data[PlainText] = JsonValue.Create(value.ToDisplayString(PlainText));
        return new(data);
    }

    // The library wraps even a number in half a kilobyte of styled HTML.
    private static string? Scalar(object value) => value switch
    {
        string s => s,
        bool or char or Enum => value.ToString(),
        float or double or decimal or Half or byte or sbyte or short or ushort or int or uint or long or ulong or nint or nuint or Int128 or UInt128
            => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        Type type => type.ToString(),
        _ => null,
    };

    private static JsonNode Content(string mimeType, string text) =>
        mimeType.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(text) ?? text : JsonValue.Create(text);
}
