using System.Text.Json.Nodes;

namespace DropoutLessons.Worker;

/// <summary>Is one cell of a submission as the compiler made it, or the expression that names the answer.</summary>
/// <param name="Name">what messages call the place, such as "cell 4"</param>
/// <param name="TypeName">class whose factory runs the cell</param>
/// <param name="Assembly">the assembly's bytes</param>
/// <param name="Symbols">its line numbers</param>
internal sealed record CompiledCell(string Name, string TypeName, byte[] Assembly, byte[] Symbols)
{
    /// <summary>Writes cells in the order they run; the last one gives the answer.</summary>
    public static string Write(IEnumerable<CompiledCell> cells) => new JsonArray([.. cells.Select(cell => new JsonObject
    {
        ["name"] = cell.Name,
        ["type"] = cell.TypeName,
        ["assembly"] = Convert.ToBase64String(cell.Assembly),
        ["symbols"] = Convert.ToBase64String(cell.Symbols),
    })]).ToJsonString();

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<CompiledCell> Read(string json) => [.. JsonNode.Parse(json)!.AsArray().Select(cell => new CompiledCell(
        (string)cell!["name"]!, (string)cell["type"]!, Convert.FromBase64String((string)cell["assembly"]!), Convert.FromBase64String((string)cell["symbols"]!)))];
}
