using System.Text.Json.Nodes;

namespace DropoutLessons.Kernel;

/// <summary>Is one cell of a <see cref="Notebook"/>, a view of its JSON.</summary>
public sealed class NotebookCell
{
    internal NotebookCell(JsonObject json) => Json = json;

    /// <summary>The cell as nbformat stores it.</summary>
    public JsonObject Json { get; }

    /// <summary>Identity of the cell within its notebook; empty in notebooks older than nbformat 4.5.</summary>
    public string Id => (string?)Json["id"] ?? "";

    /// <summary>True for code, false for prose.</summary>
    public bool IsCode => (string?)Json["cell_type"] == "code";

    /// <summary>Text of the cell.</summary>
    public string Source
    {
        get => Json["source"] is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)Json["source"] ?? "";
        set => Json["source"] = new JsonArray([.. Lines(value).Select(line => JsonValue.Create(line))]);
    }

    /// <summary>Tags of the cell, such as "exercise" or "raises-exception".</summary>
    public IReadOnlyList<string> Tags =>
        Json["metadata"]?["tags"] is JsonArray tags ? [.. tags.Select(tag => (string?)tag).OfType<string>()] : [];

    /// <summary>What front ends and tools note down about the cell; made when it is missing.</summary>
    public JsonObject Metadata => Json["metadata"] as JsonObject ?? (JsonObject)(Json["metadata"] = new JsonObject());

    /// <summary>Outputs as nbformat stores them; empty for prose.</summary>
    public IReadOnlyList<JsonNode> Outputs => Json["outputs"] is JsonArray outputs ? [.. outputs.OfType<JsonNode>()] : [];

    /// <summary>Number of the execution that made the outputs, or null.</summary>
    public int? ExecutionCount => (int?)Json["execution_count"];

    /// <summary>Replaces what the cell shows.</summary>
    /// <param name="outputs">outputs as nbformat stores them</param>
    /// <param name="executionCount">number of the execution that made them</param>
    public void SetOutputs(IEnumerable<JsonNode> outputs, int? executionCount)
    {
        Json["outputs"] = new JsonArray([.. outputs.Select(output => output.Parent is null ? output : output.DeepClone())]);
        Json["execution_count"] = executionCount;
    }

    /// <summary>Splits a text as nbformat stores it: line by line, each with its line break.</summary>
    public static IEnumerable<string> Lines(string text)
    {
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start) is >= 0 and var at ? at + 1 : text.Length;
            yield return text[start..end];
            start = end;
        }
    }
}
