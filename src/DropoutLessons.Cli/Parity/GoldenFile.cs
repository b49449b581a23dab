using System.Text.Json;

namespace DropoutLessons.Cli.Parity;

/// <summary>Is one file of values that real JAX and Flax computed, with the versions that computed them.</summary>
/// <param name="Path">path of the .jsonl file</param>
/// <param name="Version">era told by the meta.json beside it</param>
/// <param name="Rows">its cases</param>
internal sealed record GoldenFile(string Path, JaxVersion Version, IReadOnlyList<GoldenRow> Rows)
{
    /// <summary>Lists the golden files of a folder and its sub-folders, or the one file named.</summary>
    /// <exception cref="UnusableInputException">There is none.</exception>
    public static IReadOnlyList<string> Find(string path)
    {
        if (File.Exists(path))
            return [path];
        if (!Directory.Exists(path))
            throw new UnusableInputException($"No such file or folder: {path}. Name a golden .jsonl file or a folder of them.");
        string[] files = [.. Directory.EnumerateFiles(path, "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw new UnusableInputException($"No golden file (.jsonl) in {path} or below it.");
    }

    /// <summary>Reads a golden file.</summary>
    /// <exception cref="UnusableInputException">It, or the meta.json beside it, cannot be read; the message names the line.</exception>
    public static GoldenFile Load(string path)
    {
        try
        {
            return new(path, LoadVersion(path), [.. File.ReadLines(path).Select((line, i) => GoldenRow.Parse(line, path, i + 1))]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"Cannot read {path}: {e.Message}", e);
        }
    }

    private static JaxVersion LoadVersion(string path)
    {
        string meta = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!, "meta.json");
        if (!File.Exists(meta))
            throw new UnusableInputException($"{meta} is missing: without the versions of jaxlib and flax it is not known which bits {path} should hold.");
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(meta));
            var root = json.RootElement;
            var version = JaxVersion.Of(root.GetProperty("jaxlib").GetString()!, root.GetProperty("flax").GetString()!);
            // The layout is a setting, not a consequence of the version: what the run used decides.
            return root.TryGetProperty("threefry_partitionable_default", out var flag)
                ? version with { IsPartitionable = flag.GetBoolean() }
                : version;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new UnusableInputException($"{meta} does not tell the versions: {e.Message} It needs \"jaxlib\" and \"flax\".", e);
        }
    }
}

/// <summary>Is one case: what was called, with what, and what came back.</summary>
/// <param name="Id">name of the case within its folder</param>
/// <param name="Operation">what was called</param>
/// <param name="In">arguments</param>
/// <param name="Out">result, or the expected error</param>
/// <param name="Line">line in the file, from 1</param>
internal sealed record GoldenRow(string Id, string Operation, JsonElement In, JsonElement Out, int Line)
{
    public static GoldenRow Parse(string line, string path, int number)
    {
        try
        {
            var row = JsonDocument.Parse(line).RootElement;
            return new(row.GetProperty("id").GetString()!, row.GetProperty("op").GetString()!, row.GetProperty("in"), row.GetProperty("out"), number);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UnusableInputException($"{path}, line {number} is not a golden row: {e.Message}", e);
        }
    }
}
