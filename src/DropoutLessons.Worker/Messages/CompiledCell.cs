using System.Text.Json.Nodes;

namespace DropoutLessons.Worker;

/// <summary>Is one cell of a submission as the compiler made it, or the expression that names the answer.</summary>
/// <param name="Name">what messages call the place, such as "cell 4"</param>
/// <param name="TypeName">class whose factory runs the cell</param>
/// <param name="Assembly">the assembly's bytes</param>
/// <param name="Symbols">its line numbers</param>
internal sealed record CompiledCell(string Name, string TypeName, byte[] Assembly, byte[] Symbols)
{
    private const string Part = "part";

    /// <summary>Writes cells in the order they run; the last one gives the answer.</summary>
    /// <param name="cells">the cells</param>
    /// <param name="parts">assemblies of the kit that these cells may use and others may not</param>
    public static string Write(IEnumerable<CompiledCell> cells, IEnumerable<byte[]> parts) => new JsonArray(
    [
        .. parts.Select(part => new JsonObject { [Part] = Convert.ToBase64String(part) }),
        .. cells.Select(cell => new JsonObject
        {
            ["name"] = cell.Name,
            ["type"] = cell.TypeName,
            ["assembly"] = Convert.ToBase64String(cell.Assembly),
            ["symbols"] = Convert.ToBase64String(cell.Symbols),
        }),
    ]).ToJsonString();

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static (IReadOnlyList<CompiledCell> Cells, IReadOnlyList<byte[]> Parts) Read(string json)
    {
        var all = JsonNode.Parse(json)!.AsArray().ToLookup(entry => entry![Part] is not null);
        return (
            [.. all[false].Select(cell => new CompiledCell((string)cell!["name"]!, (string)cell["type"]!, Convert.FromBase64String((string)cell["assembly"]!), Convert.FromBase64String((string)cell["symbols"]!)))],
            [.. all[true].Select(part => Convert.FromBase64String((string)part![Part]!))]);
    }
}
