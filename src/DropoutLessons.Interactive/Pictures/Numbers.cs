using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Writes numbers as captions and tables show them; the same in every culture.</summary>
internal static class Numbers
{
    /// <summary>Writes all digits of a float32 that tell it from its neighbours.</summary>
    public static string Exact(float value) => Invariant($"{value:G9}");

    /// <summary>Writes five significant digits.</summary>
    public static string Short(double value) => Invariant($"{value:0.#####}") is var plain && (Math.Abs(value) is 0 or >= 1e-2 || !double.IsFinite(value)) ? plain : Invariant($"{value:G5}");

    /// <summary>Writes 32 bits as a hexadecimal number.</summary>
    public static string Hex(uint word) => Invariant($"0x{word:x8}");

    /// <summary>Writes a key as its two words, as JAX's <c>key_data</c> shows them.</summary>
    public static string Key(PrngKey key) => Invariant($"({key.Hi}, {key.Lo})");

    /// <summary>Writes the bits of a float32.</summary>
    public static string Bits(float value) => Hex(BitConverter.SingleToUInt32Bits(value));

    /// <summary>Computes the mean in double precision; 0 for nothing.</summary>
    public static double Mean(IReadOnlyCollection<float> values) => values.Count == 0 ? 0 : values.Average(value => (double)value);

    /// <summary>Picks elements, as double precision numbers.</summary>
    public static double[] At(float[] values, int[] indices) => Array.ConvertAll(indices, i => (double)values[i]);

    /// <summary>Checks a rate.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is outside [0, 1], or 1 where that has no meaning.</exception>
    public static void CheckRate(double rate, bool mayBeOne = true)
    {
        if (!(rate is >= 0 and < 1 || (mayBeOne && rate == 1)))
            throw new ArgumentOutOfRangeException(nameof(rate), rate, mayBeOne
                ? "The rate is the fraction dropped and lies in [0, 1]."
                : "The rate is the fraction dropped and lies in [0, 1): at 1 nothing is left whose mean could be kept.");
    }

    /// <summary>Checks that two arrays belong together.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void CheckLengths(float[] x, float[] y, string name)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Length != y.Length)
            throw new ArgumentException($"x has {x.Length} elements and {name} has {y.Length}: they are one layer's input and output and must be equally long.", name);
    }
}
