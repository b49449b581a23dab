using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DropoutLessons.Kernel;

/// <summary>Is a Jupyter notebook, nbformat 4, that keeps what it does not know as it is.</summary>
public sealed class Notebook
{
    // The form Jupyter itself writes, so that saving changes no line it need not change.
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Notebook(JsonObject json)
    {
        Json = json;
        Cells = [.. json["cells"]!.AsArray().Select(cell => new NotebookCell(cell!.AsObject()))];
    }

    /// <summary>The whole notebook; changes show in <see cref="Save"/>.</summary>
    public JsonObject Json { get; }

    /// <summary>Its cells, in order.</summary>
    public IReadOnlyList<NotebookCell> Cells { get; }

    /// <summary>Reads a notebook from a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="NotebookFormatException">The file is no notebook of nbformat 4; the message says what is wrong where.</exception>
    public static Notebook Load(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"No such notebook: {path}.", path);
        return Parse(File.ReadAllText(path), path);
    }

    /// <summary>Reads a notebook from its JSON text.</summary>
    /// <param name="text">JSON of the notebook</param>
    /// <param name="name">what messages call it</param>
    /// <exception cref="NotebookFormatException">The text is no notebook of nbformat 4.</exception>
    public static Notebook Parse(string text, string name)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject json && IsNotebook(json, out string problem) ? new(json)
                : throw new NotebookFormatException($"{name} is not a notebook this program reads: {WhyNot(text)} Open it in Jupyter or VS Code and save it as nbformat 4.");
        }
        catch (JsonException e)
        {
            throw new NotebookFormatException($"{name} is broken at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: {e.Message.Split(" LineNumber")[0]} Restore it from a copy or its check-point.", e);
        }
    }

    /// <summary>Writes the notebook as Jupyter writes it: one key or line of text a line.</summary>
    public string ToText() => Json.ToJsonString(s_json) + "\n";

    /// <summary>Writes the notebook; a reader finds the old file or the new one, never half of it.</summary>
    public void Save(string path)
    {
        string full = Path.GetFullPath(path), beside = full + ".saving";
        File.WriteAllText(beside, ToText());
        File.Move(beside, full, overwrite: true);
    }

    private static string WhyNot(string text)
    {
        if (JsonNode.Parse(text) is not JsonObject json)
            return "its top level is not an object.";
        _ = IsNotebook(json, out string problem);
        return problem;
    }

    private static bool IsNotebook(JsonObject json, out string problem)
    {
        problem = json["nbformat"] is not JsonValue format || !format.TryGetValue(out int version) ? "\"nbformat\" is missing."
            : version != 4 ? $"its nbformat is {version}, not 4."
            : json["cells"] is not JsonArray cells ? "\"cells\" is missing."
            : cells.ToList().FindIndex(cell => cell is not JsonObject { } map || map["cell_type"] is null || map["source"] is null) is >= 0 and var i
                ? $"cell {i + 1} has no \"cell_type\" or \"source\"."
            : "";
        return problem.Length == 0;
    }
}

/// <summary>Reports a file that is not a notebook.</summary>
/// <param name="message">what is wrong where, and the way out</param>
/// <param name="inner">the reader's own exception, if any</param>
public sealed class NotebookFormatException(string message, Exception? inner = null) : Exception(message, inner);
