using System.Text.Json;

namespace DropoutLessons.Cli.Parity.Operations;

/// <summary>Runs the golden operations of <c>flax.nnx</c>: containers of streams, and the library's own layer.</summary>
internal static class NnxOperations
{
    public static object? Rngs(JsonElement input, JaxVersion version)
    {
        var rngs = RngsArgument.Build(input.GetProperty("rngs"));
        var named = new Dictionary<string, Batch>();
        var got = new List<object?>();
        foreach (var step in input.GetProperty("steps").EnumerateArray())
            got.Add(Step(step, step.Optional("on") is { } on ? named[on.GetString()!] : new([rngs]), named, version));
        return new Dictionary<string, object?> { ["got"] = got, ["counts"] = RngsArgument.Counts(rngs) };
    }

    public static object? Dropout(JsonElement input, JaxVersion version)
    {
        var era = version.For(input);
        var rngs = input.Optional("rngs") is { } description ? RngsArgument.Build(description) : null;
        var layer = new NnxDropout(
            input.GetProperty("rate").Number(), rngs, input.Optional("broadcast_dims")?.Ints(),
            input.Optional("deterministic")?.GetBoolean() ?? false, input.Optional("rng_collection")?.GetString() ?? "dropout", era);
        var calls = new List<object?>();
        foreach (var call in input.GetProperty("calls").EnumerateArray())
            calls.Add(Call(layer, call, era));
        var result = RandomOperations.Result("calls", calls);
        if (rngs is not null)
            result["counts"] = RngsArgument.Counts(rngs);
        return result;
    }

    private static Dictionary<string, object?> Call(NnxDropout layer, JsonElement call, JaxVersion era)
    {
        if (call.Optional("train") is { } train)
        {
            if (train.GetBoolean())
                layer.Train();
            else
                layer.Eval();
        }
        var x = call.GetProperty("x").Tensor();
        var source = call.Optional("rngs") is { } rngs ? RngsArgument.BuildSource(rngs) : null;
        return DropoutOperations.Call(x, layer.Forward(x.Values, call.Optional("deterministic")?.GetBoolean(), source, x.Shape), era.IsJitted);
    }

    private static object? Step(JsonElement step, Batch batch, Dictionary<string, Batch> named, JaxVersion version)
    {
        string stream = step.Optional("stream")?.GetString() ?? DropoutLessons.Rngs.DefaultStream;
        switch (step.GetProperty("do").GetString())
        {
            case "draw":
                return batch.Single(stream).NextKey(stream);
            case "item":
                return batch.Single(stream)[stream].NextKey();
            case "call":
                return batch.Single(stream).NextKey();
            case "contains":
                return batch.Lanes[0].Contains(stream);
            case "keys":
                return batch.IsSplit(stream) ? batch.Lanes.Select(lane => lane[stream].Key).ToArray() : batch.Lanes[0][stream].Key;
            case "uniform":
                int[] shape = step.GetProperty("shape").Ints();
                return ActualArray.Floats(batch.Single(stream).Uniform(shape.Size(), version), shape);
            case "linear":
                // nnx.Linear draws one key for its kernel and one for its bias.
                batch.Single("params").Params();
                batch.Single("params").Params();
                return null;
            case "fork":
                named[step.GetProperty("as").GetString()!] = new([batch.Lanes[0].Fork()]);
                return null;
            case "split":
                named[step.GetProperty("as").GetString()!] = new(batch.Lanes[0].Split(step.GetProperty("n").GetInt32(), Only(step), version), isSplit: true, Only(step));
                return null;
            case var other:
                throw new NotSupportedException($"the step \"{other}\" is not known");
        }
    }

    private static string[]? Only(JsonElement step) =>
        step.Optional("only") is not { } only ? null
        : only.ValueKind == JsonValueKind.String ? [only.GetString()!]
        : [.. only.EnumerateArray().Select(name => name.GetString()!)];

    /// <summary>Is a container, or what a split made of one: a container for each lane, which nnx holds as one with keys in batches.</summary>
    private sealed class Batch(Rngs[] lanes, bool isSplit = false, string[]? only = null)
    {
        public Rngs[] Lanes => lanes;

        /// <summary>Whether the stream a name leads to holds a batch of keys; those left out of a split hold one as before.</summary>
        public bool IsSplit(string name) => isSplit && (only is null || only.Contains(lanes[0][name].Tag));

        /// <summary>The container, for a draw from a stream.</summary>
        public Rngs Single(string name) =>
            isSplit && (lanes[0].Contains(name) || lanes[0].Contains(DropoutLessons.Rngs.DefaultStream)) && IsSplit(name)
                ? throw new ArgumentException($"The stream \"{name}\" holds a batch of keys, and fold_in accepts a single key.") : lanes[0];
    }
}
