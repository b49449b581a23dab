using System.Text.Json;

namespace DropoutLessons.Cli.Parity;

/// <summary>Is an array that was computed here, compared bit by bit with the one a golden row holds.</summary>
/// <param name="DType">NumPy's name of the element type</param>
/// <param name="Shape">its shape</param>
/// <param name="Patterns">bit patterns of the elements, row-major</param>
/// <param name="Width">bits of an element</param>
/// <param name="Ulps">how far a float32 may be off; 0 for the same bits</param>
internal sealed record ActualArray(string DType, int[] Shape, IReadOnlyList<uint> Patterns, int Width, int Ulps = 0)
{
    private const int LongestHashedWhole = 1024;

    public static ActualArray Floats(float[] values, int[] shape, int ulps = 0) => new("float32", shape, [.. values.Select(GoldenHex.Pattern)], 32, ulps);

    public static ActualArray Bools(bool[] values, int[] shape) => new("bool", shape, [.. values.Select(value => value ? 1u : 0u)], 8);

    /// <summary>Says where this array differs from <paramref name="expected"/>; null when it does not.</summary>
    public string? Difference(JsonElement expected)
    {
        if (expected.Optional("dtype")?.GetString() is { } dtype && dtype != DType)
            return $"expected dtype {dtype}, got {DType}";
        if (expected.Optional("shape") is { } shape && !shape.Ints().SequenceEqual(Shape))
            return $"expected shape [{string.Join(", ", shape.Ints())}], got [{string.Join(", ", Shape)}]";
        if (expected.Optional("hex") is { } hex)
            return ElementDifference(hex.GetString()!);
        if (expected.Optional("bits") is { } bits)
            return TextDifference(bits.GetString()!, string.Concat(Patterns.Select(pattern => pattern == 0 ? '0' : '1')), 1);
        string sha = DType == "bool" && Patterns.Count <= LongestHashedWhole ? "" : GoldenHex.Sha256(Patterns, Width);
        if (expected.GetProperty("sha256").GetString() == sha)
            return null;
        return (expected.Optional("head") is { } head ? ElementDifference(head.GetString()!, headOnly: true) : null)
            ?? $"expected SHA-256 {expected.GetProperty("sha256").GetString()}, got {sha}; the first elements agree";
    }

    /// <summary>Says where this array differs from one given by its bit patterns alone.</summary>
    public string? HexDifference(string hex) => ElementDifference(hex);

    private string? ElementDifference(string hex, bool headOnly = false)
    {
        int digits = Width / 4;
        var shown = headOnly ? Patterns.Take(hex.Length / digits) : Patterns;
        if (Ulps == 0)
            return TextDifference(hex, GoldenHex.Hex(shown, Width), digits);
        if (hex.Length != Patterns.Count * digits)
            return $"expected {hex.Length / digits} elements, got {Patterns.Count}";
        for (int i = 0; i < Patterns.Count; i++)
            if (Math.Abs(Ordinal(Convert.ToUInt32(hex.Substring(i * digits, digits), 16)) - Ordinal(Patterns[i])) > Ulps)
                return $"element {i}: expected {hex.Substring(i * digits, digits)} within {Ulps} ulp, got {Patterns[i]:x8}";
        return null;
    }

    private static string? TextDifference(string expected, string got, int digits)
    {
        if (expected == got)
            return null;
        if (expected.Length != got.Length)
            return $"expected {expected.Length / digits} elements, got {got.Length / digits}";
        int i = Enumerable.Range(0, expected.Length).First(at => expected[at] != got[at]) / digits;
        return $"element {i}: expected {expected.Substring(i * digits, digits)}, got {got.Substring(i * digits, digits)}";
    }

    private static long Ordinal(uint bits) => (int)bits < 0 ? int.MinValue - (long)(int)bits : (int)bits;
}
