using System.Text.Json;

namespace DropoutLessons.Cli.Parity.Operations;

/// <summary>Builds the Linen modules of a golden row: layers, and modules whose children feed each other in order.</summary>
internal static class Tree
{
    /// <summary>Builds a module.</summary>
    /// <param name="description">class, rate, name, children and number of calls</param>
    /// <param name="returned">told what each dropout layer returned, in the order of the calls</param>
    public static LinenModule Build(JsonElement description, Action<float[]> returned)
    {
        string? name = description.Optional("name")?.GetString();
        string className = description.GetProperty("class").GetString()!;
        if (description.Optional("rate") is not { } rate)
            return new Node(className, description.GetProperty("children"), returned) { Name = name };
        return className switch
        {
            "MyDropout" => new Watched(new LinenMyDropout(rate.Number()), returned) { Name = name },
            "Dropout" => new Watched(new LinenDropout(rate.Number(), description.Optional("deterministic")?.GetBoolean(), description.Optional("broadcast_dims")?.Ints(), description.Optional("rng_collection")?.GetString() ?? "dropout"), returned) { Name = name },
            _ => throw new NotSupportedException($"the layer \"{className}\" is not known"),
        };
    }

    /// <summary>Tells what a layer returned, in the layer's own place.</summary>
    private sealed class Watched(LinenModule layer, Action<float[]> returned) : LinenModule
    {
        public override string ClassName => layer.ClassName;

        protected override float[] Call(LinenScope scope, float[] x)
        {
            float[] y = scope.CallInPlace(layer, x);
            returned(y);
            return y;
        }
    }

    /// <summary>Calls its children one after the other, each as often as it says.</summary>
    private sealed class Node(string className, JsonElement children, Action<float[]> returned) : LinenModule
    {
        public override string ClassName => className;

        protected override float[] Call(LinenScope scope, float[] x)
        {
            foreach (var description in children.EnumerateArray())
            {
                var child = Build(description, returned);
                for (int i = description.Optional("times")?.GetInt32() ?? 1; i > 0; i--)
                    x = scope.Call(child, x);
            }
            return x;
        }
    }
}
