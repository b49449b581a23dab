using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Compares arrays of float32 bit for bit; any NaN equals any other.</summary>
internal static class FloatComparison
{
    /// <summary>Finds the first element that differs or that one of the two lacks; null when there is none.</summary>
    public static int? FirstDifference(float[] expected, float[] actual)
    {
        for (int i = 0; i < Math.Max(expected.Length, actual.Length); i++)
            if (Differs(expected, actual, i))
                return i;
        return null;
    }

    /// <summary>Counts the elements that differ or that one of the two lacks.</summary>
    public static int Count(float[] expected, float[] actual)
    {
        int count = 0;
        for (int i = 0; i < Math.Max(expected.Length, actual.Length); i++)
            count += Differs(expected, actual, i) ? 1 : 0;
        return count;
    }

    /// <summary>Says whether element <paramref name="i"/> differs or is missing in one of the two.</summary>
    public static bool Differs(float[] expected, float[] actual, int i) =>
        i >= expected.Length || i >= actual.Length
        || (BitConverter.SingleToUInt32Bits(expected[i]) != BitConverter.SingleToUInt32Bits(actual[i]) && !(float.IsNaN(expected[i]) && float.IsNaN(actual[i])));

    /// <summary>Counts the float32 numbers from one to the other; empty where that has no meaning.</summary>
    public static string UlpsApart(float expected, float actual) => float.IsNaN(expected) || float.IsNaN(actual) ? "" : Invariant($"{Math.Abs(Order(expected) - Order(actual))}");

    /// <summary>Says how <paramref name="actual"/> compares, as a sentence with a space before it.</summary>
    public static string Sentence(float[] expected, float[] actual, string name)
    {
        if (FirstDifference(expected, actual) is not { } i)
            return Invariant($" Every bit of {name} is the same.");
        string lengths = expected.Length == actual.Length ? "" : Invariant($" (it has {actual.Length} elements in place of {expected.Length})");
        return Invariant($" In {name} {Count(expected, actual)} elements differ, the first is element {i}{lengths}.");
    }

    // Whole numbers in the order of the floats, with -0 and +0 one apart as their bits are.
    private static long Order(float value)
    {
        int bits = BitConverter.SingleToInt32Bits(value);
        return bits >= 0 ? bits : -1L - (bits & int.MaxValue);
    }
}
