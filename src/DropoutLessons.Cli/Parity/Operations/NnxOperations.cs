using System.Text.Json;

namespace DropoutLessons.Cli.Parity.Operations;

/// <summary>Runs the golden operations of <c>flax.nnx</c>: containers of streams, and the library's own layer.</summary>
internal static class NnxOperations
{
    public static object? Rngs(JsonElement input, JaxVersion version)
    {
        var rngs = RngsArgument.Build(input.GetProperty("rngs"));
        var named = new Dictionary<string, Rngs[]>();
        var got = new List<object?>();
        foreach (var step in input.GetProperty("steps").EnumerateArray())
            got.Add(Step(step, step.Optional("on") is { } on ? named[on.GetString()!] : [rngs], named, version));
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

    // A container that was split is one container for each lane; its keys are shown together, as nnx holds them.
    private static object? Step(JsonElement step, Rngs[] lanes, Dictionary<string, Rngs[]> named, JaxVersion version)
    {
        var rngs = lanes[0];
        string stream = step.Optional("stream")?.GetString() ?? "";
        switch (step.GetProperty("do").GetString())
        {
            case "draw":
                return rngs.NextKey(stream);
            case "item":
                return rngs[stream].NextKey();
            case "call":
                return rngs.NextKey();
            case "contains":
                return rngs.Contains(stream);
            case "keys":
                return lanes.Length == 1 ? rngs[stream].Key : lanes.Select(lane => lane[stream].Key).ToArray();
            case "uniform":
                int[] shape = step.GetProperty("shape").Ints();
                return ActualArray.Floats(rngs.Uniform(shape.Size(), version), shape);
            case "linear":
                // nnx.Linear draws one key for its kernel and one for its bias.
                rngs.Params();
                rngs.Params();
                return null;
            case "fork":
                named[step.GetProperty("as").GetString()!] = [rngs.Fork()];
                return null;
            case "split":
                named[step.GetProperty("as").GetString()!] = rngs.Split(step.GetProperty("n").GetInt32(), Only(step), version);
                return null;
            case var other:
                throw new NotSupportedException($"the step \"{other}\" is not known");
        }
    }

    private static string[]? Only(JsonElement step) =>
        step.Optional("only") is not { } only ? null
        : only.ValueKind == JsonValueKind.String ? [only.GetString()!]
        : [.. only.EnumerateArray().Select(name => name.GetString()!)];
}
