using System.Text.Json.Nodes;

namespace DropoutLessons.Kernel;

/// <summary>Holds the forms of one object, by MIME type, of which a front end shows the richest it can.</summary>
/// <param name="Data">content by MIME type; JSON for types that end in "json", else text</param>
public sealed record MimeBundle(IReadOnlyDictionary<string, JsonNode> Data)
{
    /// <summary>Makes a bundle of plain text alone.</summary>
    public static MimeBundle Text(string text) => new(new Dictionary<string, JsonNode> { ["text/plain"] = JsonValue.Create(text) });

    /// <summary>Makes a bundle of one form; plain text that says which stands beside it.</summary>
    public static MimeBundle Of(string mimeType, string text) => new(new Dictionary<string, JsonNode> { [mimeType] = JsonValue.Create(text), ["text/plain"] = JsonValue.Create(text) });

    /// <summary>Copies the content into a JSON object of its own, as messages and notebooks hold it.</summary>
    public JsonObject ToJson() => new(Data.Select(entry => KeyValuePair.Create<string, JsonNode?>(entry.Key, entry.Value.DeepClone())));
}
