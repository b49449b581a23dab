using System.Text.Json;

namespace DropoutLessons.Cli.Parity.Operations;

/// <summary>Runs the golden operations of <c>flax.linen</c>.</summary>
internal static class LinenOperations
{
    public static object? MakeRng(JsonElement input, JaxVersion version)
    {
        string stream = input.GetProperty("stream").GetString()!;
        var keys = new List<object?>();
        var drawer = new Step(scope => keys.AddRange(Enumerable.Range(0, input.GetProperty("calls").GetInt32()).Select(_ => (object?)scope.MakeRng(stream))));
        LinenModule root = drawer;
        foreach (string name in input.GetProperty("path").EnumerateArray().Select(name => name.GetString()!).Reverse())
            root = new Parent(new Named(root) { Name = name });
        root.Apply([], RngsArgument.BuildLinen(input.Optional("rngs")), hasRngSeparator: input.Optional("separator")?.GetBoolean() ?? false, version: version);
        return RandomOperations.Result("keys", keys);
    }

    public static object? Model(JsonElement input, JaxVersion version)
    {
        var x = input.GetProperty("x").Tensor();
        var outputs = new List<object?>();
        var model = Tree.Build(input.GetProperty("tree"), y => outputs.Add(ActualArray.Floats([.. y], x.Shape)));
        model.Apply(x.Values, RngsArgument.BuildLinen(input.Optional("rngs")), input.Optional("deterministic")?.GetBoolean() ?? false, x.Shape, version: version.For(input));
        return RandomOperations.Result("y", outputs);
    }

    public static object? Flags(JsonElement input, JaxVersion version)
    {
        var x = input.GetProperty("x").Tensor();
        var layer = new LinenDropout(input.GetProperty("rate").Number(), input.Optional("ctor")?.GetBoolean());
        float[] y = layer.Apply(x.Values, RngsArgument.BuildLinen(input.Optional("rngs")), input.Optional("call")?.GetBoolean(), x.Shape, version: version);
        return RandomOperations.Result("y", ActualArray.Floats(y, x.Shape));
    }

    /// <summary>Runs an action in its place.</summary>
    private sealed class Step(Action<LinenScope> act) : LinenModule
    {
        protected override float[] Call(LinenScope scope, float[] x)
        {
            act(scope);
            return x;
        }
    }

    /// <summary>Gives a module a name and a place below the one that calls it.</summary>
    private sealed class Named(LinenModule inner) : LinenModule
    {
        protected override float[] Call(LinenScope scope, float[] x) => scope.CallInPlace(inner, x);
    }

    /// <summary>Calls one child.</summary>
    private sealed class Parent(LinenModule child) : LinenModule
    {
        protected override float[] Call(LinenScope scope, float[] x) => scope.Call(child, x);
    }
}
