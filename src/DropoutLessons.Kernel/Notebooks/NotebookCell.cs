using System.Text.Json.Nodes;

namespace DropoutLessons.Kernel;

/// <summary>Is one cell of a <see cref="Notebook"/>, a view of its JSON.</summary>
public sealed class NotebookCell
{
    private readonly JsonObject _json;

    internal NotebookCell(JsonObject json) => _json = json;

    /// <summary>Identity of the cell within its notebook; empty in notebooks older than nbformat 4.5.</summary>
    public string Id => (string?)_json["id"] ?? "";

    /// <summary>True for code, false for prose.</summary>
    public bool IsCode => (string?)_json["cell_type"] == "code";

    /// <summary>Text of the cell.</summary>
    public string Source
    {
        get => _json["source"] is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)_json["source"] ?? "";
        set => _json["source"] = new JsonArray([.. Lines(value).Select(line => JsonValue.Create(line))]);
    }

    /// <summary>Tags of the cell, such as "exercise" or "raises-exception".</summary>
    public IReadOnlyList<string> Tags =>
        _json["metadata"]?["tags"] is JsonArray tags ? [.. tags.Select(tag => (string?)tag).OfType<string>()] : [];

    /// <summary>Outputs as nbformat stores them; empty for prose.</summary>
    public IReadOnlyList<JsonNode> Outputs => _json["outputs"] is JsonArray outputs ? [.. outputs.OfType<JsonNode>()] : [];

    /// <summary>Number of the execution that made the outputs, or null.</summary>
    public int? ExecutionCount => (int?)_json["execution_count"];

    /// <summary>Replaces what the cell shows.</summary>
    /// <param name="outputs">outputs as nbformat stores them</param>
    /// <param name="executionCount">number of the execution that made them</param>
    public void SetOutputs(IEnumerable<JsonNode> outputs, int? executionCount)
    {
        _json["outputs"] = new JsonArray([.. outputs]);
        _json["execution_count"] = executionCount;
    }

    // nbformat keeps the line breaks at the ends of the lines.
    private static IEnumerable<string> Lines(string text)
    {
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start) is >= 0 and var at ? at + 1 : text.Length;
            yield return text[start..end];
            start = end;
        }
    }
}
