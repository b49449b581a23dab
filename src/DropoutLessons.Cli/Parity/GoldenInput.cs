using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace DropoutLessons.Cli.Parity;

/// <summary>Reads the arguments of golden rows.</summary>
internal static class GoldenInput
{
    /// <summary>Reads a number that Python's repr wrote as text.</summary>
    public static double Number(this JsonElement value) => value.ValueKind != JsonValueKind.String ? value.GetDouble() : value.GetString() switch
    {
        "nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        "True" => 1,
        "False" => 0,
        var text => double.Parse(text!, CultureInfo.InvariantCulture),
    };

    /// <summary>Reads a whole number that must fit 64 bits.</summary>
    /// <exception cref="OverflowException">It does not.</exception>
    public static long Whole(this JsonElement value) =>
        value.ValueKind == JsonValueKind.Number ? value.GetInt64() : (long)BigInteger.Parse(value.GetString()!, CultureInfo.InvariantCulture);

    /// <summary>Reads a key, given as [hi, lo].</summary>
    public static PrngKey Key(this JsonElement value) => new(value[0].GetUInt32(), value[1].GetUInt32());

    /// <summary>Reads a list of whole numbers.</summary>
    public static int[] Ints(this JsonElement value) => [.. value.EnumerateArray().Select(item => item.GetInt32())];

    /// <summary>Number of elements of a shape.</summary>
    public static int Size(this int[] shape) => shape.Aggregate(1, (size, dimension) => checked(size * dimension));

    /// <summary>Reads an optional property.</summary>
    public static JsonElement? Optional(this JsonElement value, string name) =>
        value.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    /// <summary>Reads an array: generated, or given as bit patterns.</summary>
    public static Tensor Tensor(this JsonElement value)
    {
        int[] shape = value.GetProperty("shape").Ints();
        if (value.Optional("hex") is { } hex)
            return new(GoldenHex.Floats(hex.GetString()!), shape);
        long start = value.Optional("start")?.GetInt64() ?? 0;
        Func<long, float> element = value.GetProperty("gen").GetString() switch
        {
            "tenths" => i => (float)(0.1 * (i + 1)),
            "weyl" => i => (float)((((uint)(i * 2654435761) >> 8) - 8388608.0) / 2097152.0),
            "ints" => i => (i * 37 % 201) - 100,
            var other => throw new NotSupportedException($"the generator \"{other}\" is not known"),
        };
        return new([.. Enumerable.Range(0, shape.Size()).Select(i => element(start + i))], shape);
    }
}

/// <summary>Is an array with its shape, row-major.</summary>
internal sealed record Tensor(float[] Values, int[] Shape);
