using System.Globalization;

namespace DropoutLessons.Grading;

/// <summary>Says how close two results are.</summary>
internal enum ComparisonLevel
{
    /// <summary>Equal in every bit; one NaN counts as another.</summary>
    SameBits,

    /// <summary>Within the tolerance; -0 for 0 too.</summary>
    Close,

    /// <summary>Further apart, or of other kinds or lengths.</summary>
    Different,
}

/// <summary>Says how far results may be apart.</summary>
/// <param name="Ulps">float32 values between them at most</param>
/// <param name="Relative">distance of two doubles at most, relative to the expected one</param>
internal readonly record struct Tolerance(long Ulps, double Relative)
{
    public static Tolerance None { get; } = new(0, 0);

    public static Tolerance OneUlp { get; } = new(1, 1e-12);
}

/// <summary>Says how close a result is and where it first differs.</summary>
/// <param name="Level">how close</param>
/// <param name="Element">index of the first differing element; null when the results are no arrays, or differ in length or kind</param>
/// <param name="Expected">what should be there</param>
/// <param name="Got">what is there</param>
internal readonly record struct Distance(ComparisonLevel Level, int? Element, string Expected, string Got);

/// <summary>Compares plain values.</summary>
internal static class ValueComparer
{
    /// <summary>Compares <paramref name="got"/> with <paramref name="expected"/>, element by element where they are arrays.</summary>
    public static Distance Compare(object? expected, object? got, Tolerance tolerance)
    {
        if (expected is not Array wanted || got is not Array given)
            return new(Level(expected, got, tolerance), null, Text(expected), Text(got));
        if (wanted.Length != given.Length)
            return new(ComparisonLevel.Different, null, Text(expected), Text(got));
        var level = ComparisonLevel.SameBits;
        for (int i = 0; i < wanted.Length; i++)
        {
            var (element, inner) = (Compare(wanted.GetValue(i), given.GetValue(i), tolerance), wanted.GetValue(i) is Array);
            if (element.Level == ComparisonLevel.Different)
                return element with { Element = inner ? element.Element : i };
            if (element.Level > level)
                level = element.Level;
        }
        return new(level, null, "", "");
    }

    /// <summary>Writes a value as a learner would read it.</summary>
    public static string Text(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        float number => number.ToString("G9", CultureInfo.InvariantCulture),
        double number => number.ToString("G15", CultureInfo.InvariantCulture),
        string text => $"\"{text}\"",
        PrngKey key => $"key({key.Hi}, {key.Lo})",
        Array values => $"{values.Length} values",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static ComparisonLevel Level(object? expected, object? got, Tolerance tolerance)
    {
        bool isSame = (expected, got) switch
        {
            (float a, float b) => BitConverter.SingleToInt32Bits(a) == BitConverter.SingleToInt32Bits(b) || (float.IsNaN(a) && float.IsNaN(b)),
            (double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b) || (double.IsNaN(a) && double.IsNaN(b)),
            _ => Equals(expected, got),
        };
        bool isClose = isSame || (expected, got) switch
        {
            (float a, float b) => FloatBits.UlpDistance(a, b) <= tolerance.Ulps,
            (double a, double b) => a == b || Math.Abs(a - b) <= tolerance.Relative * Math.Abs(a),
            _ => false,
        };
        return isSame ? ComparisonLevel.SameBits : isClose ? ComparisonLevel.Close : ComparisonLevel.Different;
    }
}
