using System.Text.Json.Nodes;

namespace DropoutLessons.Kernel;

/// <summary>Writes outputs as nbformat 4 stores them.</summary>
internal static class OutputJson
{
    public static JsonObject Stream(string name, string text) => new() { ["output_type"] = "stream", ["name"] = name, ["text"] = text };

    public static JsonObject Display(MimeBundle bundle) => new() { ["output_type"] = "display_data", ["data"] = bundle.ToJson(), ["metadata"] = new JsonObject() };

    public static JsonObject Result(MimeBundle bundle, int executionCount) => new()
    {
        ["output_type"] = "execute_result",
        ["execution_count"] = executionCount,
        ["data"] = bundle.ToJson(),
        ["metadata"] = new JsonObject(),
    };

    public static JsonObject Error(CellError error) => new()
    {
        ["output_type"] = "error",
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
    };
}
