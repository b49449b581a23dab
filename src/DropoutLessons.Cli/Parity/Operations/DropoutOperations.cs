using System.Text.Json;

namespace DropoutLessons.Cli.Parity.Operations;

/// <summary>Runs the golden operations of the exercise: its reference, its module, its gradient, and the scale step alone.</summary>
internal static class DropoutOperations
{
    public static object? Scale(JsonElement input, JaxVersion version)
    {
        var x = input.GetProperty("x").Tensor();
        var y = new float[x.Values.Length];
        InvertedDropout.Scale(x.Values, input.GetProperty("rate").Number(), version.For(input), y);
        return RandomOperations.Result("y", ActualArray.Floats(y, x.Shape));
    }

    public static object? DropoutForward(JsonElement input, JaxVersion version)
    {
        var x = input.GetProperty("x").Tensor();
        float[] y = Reference.DropoutForward(
            input.GetProperty("seed").Number(), x.Values, input.GetProperty("rate").Number(), input.GetProperty("deterministic").Number(), version);
        return Call(x, y, isJitted: false);
    }

    public static object? MyDropout(JsonElement input, JaxVersion version)
    {
        var rngs = RngsArgument.Build(input.GetProperty("rngs"));
        var era = version.For(input);
        var modules = Enumerable.Range(0, input.Optional("modules")?.GetInt32() ?? 1).Select(_ => new MyDropout(input.GetProperty("rate").Number(), rngs, era)).ToArray();
        var calls = new List<object?>();
        foreach (var call in input.GetProperty("calls").EnumerateArray())
        {
            var x = call.GetProperty("x").Tensor();
            float[] y = modules[call.Optional("module")?.GetInt32() ?? 0].Forward(x.Values, call.Optional("deterministic")?.GetBoolean() ?? false);
            calls.Add(Call(x, y, era.IsJitted));
        }
        return new Dictionary<string, object?> { ["calls"] = calls, ["counts"] = RngsArgument.Counts(rngs) };
    }

    public static object? MyDropoutGrad(JsonElement input, JaxVersion version)
    {
        var (x, w) = (input.GetProperty("x").Tensor(), input.GetProperty("w").Tensor());
        var layer = new MyDropout(input.GetProperty("rate").Number(), RngsArgument.Build(input.GetProperty("rngs")), version.For(input));
        layer.Forward(x.Values, deterministic: false, out var mask);
        return RandomOperations.Result("dx", ActualArray.Floats(mask.Backward(w.Values), w.Shape));
    }

    /// <summary>Puts one call's result into the shape golden rows have; under jit, identity of objects says nothing.</summary>
    internal static Dictionary<string, object?> Call(Tensor x, float[] y, bool isJitted) =>
        new() { ["y"] = ActualArray.Floats(y, x.Shape), ["same"] = isJitted ? null : ReferenceEquals(x.Values, y) };

    /// <summary>The era a row ran in, inside jit or outside.</summary>
    internal static JaxVersion For(this JaxVersion version, JsonElement input) =>
        input.Optional("mode")?.GetString() == "jit" ? version.Jitted() : version;
}
