using System.Text.Json;

namespace DropoutLessons.Cli.Parity.Operations;

/// <summary>Runs the golden operations of <c>jax.random</c>.</summary>
internal static class RandomOperations
{
    public static object? Key(JsonElement input, JaxVersion version)
    {
        if (input.Optional("type")?.GetString() == "float")
            throw new InvalidCastException($"The seed {input.GetProperty("seed")} is not a whole number: PRNG key seed must be an integer.");
        return Result("key", PrngKey.FromSeed(input.GetProperty("seed").Whole()));
    }

    public static object? FoldIn(JsonElement input, JaxVersion version) =>
        Result("key", input.GetProperty("key").Key().FoldIn(input.GetProperty("data").Whole()));

    public static object? Split(JsonElement input, JaxVersion version)
    {
        var keys = new PrngKey[input.GetProperty("shape").Ints().Size()];
        input.GetProperty("key").Key().Split(keys, Era(input, version));
        return Result("keys", keys);
    }

    public static object? Bits(JsonElement input, JaxVersion version)
    {
        int[] shape = input.GetProperty("shape").Ints();
        int width = input.GetProperty("width").GetInt32();
        return Result("bits", new ActualArray($"uint{width}", shape, Bits(input.GetProperty("key").Key(), width, shape.Size(), Era(input, version)), width));
    }

    public static object? Uniform(JsonElement input, JaxVersion version)
    {
        int[] shape = input.GetProperty("shape").Ints();
        return Result("u", ActualArray.Floats(input.GetProperty("key").Key().Uniform(shape.Size(), Era(input, version)), shape));
    }

    public static object? Bernoulli(JsonElement input, JaxVersion version)
    {
        int[] shape = input.GetProperty("shape").Ints();
        var key = input.GetProperty("key").Key();
        double p = input.GetProperty("p").Number();
        bool isHigh = input.Optional("mode")?.GetString() == "high";
        var coins = new bool[shape.Size()];
        if (isHigh)
            key.BernoulliHigh(p, coins, Era(input, version));
        else
            key.Bernoulli(p, coins, Era(input, version));
        return Result("mask", ActualArray.Bools(coins, shape));
    }

    public static object? Normal(JsonElement input, JaxVersion version)
    {
        int[] shape = input.GetProperty("shape").Ints();
        return Result("z", ActualArray.Floats(input.GetProperty("key").Key().Normal(shape.Size(), Era(input, version)), shape, ulps: 4));
    }

    internal static Dictionary<string, object?> Result(string name, object? value) => new() { [name] = value };

    private static uint[] Bits(PrngKey key, int width, int count, JaxVersion version)
    {
        if (width == 32)
            return key.Bits(count, version);
        if (width == 16)
        {
            var halves = new ushort[count];
            key.Bits(halves, version);
            return [.. halves.Select(half => (uint)half)];
        }
        var bytes = new byte[count];
        key.Bits(bytes, version);
        return [.. bytes.Select(item => (uint)item)];
    }

    private static JaxVersion Era(JsonElement input, JaxVersion version) =>
        input.Optional("partitionable") is { } flag ? version with { IsPartitionable = flag.GetBoolean() } : version;
}
