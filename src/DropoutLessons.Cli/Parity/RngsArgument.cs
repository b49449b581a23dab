using System.Text.Json;

namespace DropoutLessons.Cli.Parity;

/// <summary>Builds the containers of streams and keys that golden rows describe.</summary>
internal static class RngsArgument
{
    /// <summary>Builds <c>nnx.Rngs(*args, **kwargs)</c>.</summary>
    public static Rngs Build(JsonElement description)
    {
        var rngs = new Rngs();
        foreach (var seed in description.Optional("args")?.EnumerateArray() ?? default)
        {
            if (seed.ValueKind == JsonValueKind.Object && seed.EnumerateObject().All(entry => entry.Name is not ("key" or "raw" or "bool" or "float" or "np_int64" or "stream")))
                foreach (var entry in seed.EnumerateObject())
                    Add(rngs, entry.Name, entry.Value);
            else
                Add(rngs, Rngs.DefaultStream, seed);
        }
        foreach (var entry in description.Optional("kwargs")?.EnumerateObject() ?? default)
            Add(rngs, entry.Name, entry.Value);
        return rngs;
    }

    /// <summary>Builds what a layer's call takes for <c>rngs</c>.</summary>
    public static KeySource BuildSource(JsonElement description) =>
        description.Optional("key") is { } key ? key.Key()
        : description.Optional("raw") is { } raw ? raw.Key()
        : description.Optional("stream") is { } stream ? Build(description.GetProperty("of"))[stream.GetString()!]
        : Build(description);

    /// <summary>Builds the <c>rngs</c> of a Linen call.</summary>
    public static LinenRngs? BuildLinen(JsonElement? description)
    {
        if (description is not { } map)
            return null;
        if (map.Optional("bare") is { } bare)
            return bare.Key();
        var rngs = new LinenRngs();
        foreach (var entry in map.EnumerateObject())
            rngs.Add(entry.Name, entry.Value.ValueKind == JsonValueKind.Array ? entry.Value.Key() : (entry.Value.Optional("raw") ?? entry.Value.GetProperty("key")).Key());
        return rngs;
    }

    /// <summary>Lists every declared stream's counter.</summary>
    public static Dictionary<string, object?> Counts(Rngs rngs) => rngs.ToDictionary(stream => stream.Tag, stream => (object?)stream.Count);

    private static void Add(Rngs rngs, string name, JsonElement seed)
    {
        if (seed.ValueKind != JsonValueKind.Object)
            rngs.Add(name, seed.Whole());
        else if (seed.Optional("key") is { } key)
            rngs.Add(name, key.Key());
        else if (seed.Optional("raw") is { } raw)
            rngs.Add(name, raw.Key());
        else if (seed.Optional("bool") is { } flag)
            rngs.Add(name, flag.GetBoolean() ? 1 : 0);
        else if (seed.Optional("stream") is { } stream)
            rngs.Add(name, Build(seed.GetProperty("of"))[stream.GetString()!]);
        else
            rngs.AddObject(name, InvalidValue(seed.EnumerateObject().First()));
    }

    // What nnx refuses: a float, and NumPy's whole numbers, which are not Python's.
    private static string InvalidValue(JsonProperty value) => value.Name == "float" ? value.Value.GetString()! : value.Value.ToString();
}
