using System.IO.Enumeration;
using System.Text.Json.Nodes;

namespace DropoutLessons.Kernel.Protocol;

/// <summary>Remembers the cells of this kernel, for front ends that page through them.</summary>
internal sealed class History
{
    private readonly List<(int Line, string Code)> _cells = [];

    public void Add(int line, string code) => _cells.Add((line, code));

    /// <summary>Answers a history_request: its last cells, a range, or those that fit a pattern.</summary>
    public JsonObject Reply(JsonObject content)
    {
        int most = (int?)content["n"] ?? int.MaxValue;
        var found = (string?)content["hist_access_type"] switch
        {
            "range" => Range(content),
            "search" => Search((string?)content["pattern"] ?? "*", (bool?)content["unique"] ?? false).TakeLast(most),
            _ => _cells.TakeLast(most),
        };
        bool hasOutput = (bool?)content["output"] ?? false;
        return new()
        {
            ["status"] = "ok",
            ["history"] = new JsonArray([.. found.Select(cell => (JsonNode)new JsonArray(1, cell.Line, hasOutput ? new JsonArray(cell.Code, null) : JsonValue.Create(cell.Code)))]),
        };
    }

    // Sessions before this one are not kept: a range of another one is empty.
    private IEnumerable<(int Line, string Code)> Range(JsonObject content)
    {
        int start = (int?)content["start"] ?? 0, stop = (int?)content["stop"] ?? int.MaxValue;
        return (int?)content["session"] is null or 0 or 1 ? _cells.Where(cell => cell.Line >= start && cell.Line < stop) : [];
    }

    private IEnumerable<(int Line, string Code)> Search(string pattern, bool isUnique)
    {
        var found = _cells.Where(cell => FileSystemName.MatchesSimpleExpression(pattern, cell.Code, ignoreCase: false));
        return isUnique ? found.Reverse().DistinctBy(cell => cell.Code).Reverse() : found;
    }
}
