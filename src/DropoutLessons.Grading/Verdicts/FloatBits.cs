using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace DropoutLessons.Grading;

/// <summary>Compares float32 values by their bits and by their distance.</summary>
internal static class FloatBits
{
    /// <summary>Computes a text that two sequences of outputs share exactly when they have the same lengths and bits; any NaN counts as any other, 0 and -0 differ.</summary>
    public static string Fingerprint(IEnumerable<IReadOnlyList<float>> outputs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var output in outputs)
        {
            int[] bits = [output.Count, .. output.Select(value => BitConverter.SingleToInt32Bits(float.IsNaN(value) ? float.NaN : value))];
            hash.AppendData(MemoryMarshal.AsBytes<int>(bits));
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <summary>True for equal bits; any NaN counts as any other, 0 and -0 differ.</summary>
    public static bool AreSame(float a, float b) => BitConverter.SingleToInt32Bits(a) == BitConverter.SingleToInt32Bits(b) || (float.IsNaN(a) && float.IsNaN(b));

    /// <summary>Number of float32 values between the two; 0 for equal ones (0 and -0 too, and two NaNs), <see cref="long.MaxValue"/> for a NaN against a number.</summary>
    public static long UlpDistance(float a, float b)
    {
        if (a.Equals(b) || a == b)
            return 0;
        if (float.IsNaN(a) || float.IsNaN(b))
            return long.MaxValue;
        return Math.Abs(Ordinal(a) - Ordinal(b));
    }

    // Maps the bit patterns onto a line on which neighbouring floats differ by 1, through zero.
    private static long Ordinal(float value)
    {
        int bits = BitConverter.SingleToInt32Bits(value);
        return bits < 0 ? int.MinValue - (long)bits : bits;
    }
}
