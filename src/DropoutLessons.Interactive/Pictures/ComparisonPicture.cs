using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Draws two runs side by side and marks where they part.</summary>
internal static class ComparisonPicture
{
    private const int MostElements = 64;

    public static Picture Draw(float[] first, float[] second, string firstName, string secondName)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        int? divergence = FloatComparison.FirstDifference(first, second);
        var sample = Sample.Window(Math.Max(first.Length, second.Length), MostElements, divergence ?? 0);
        int[] shown = sample.Indices, different = [.. shown.Where(i => FloatComparison.Differs(first, second, i))];
        double[] at = Array.ConvertAll(shown, i => (double)i), left = Values(first, shown), right = Values(second, shown);
        var y = Axis.Around("value", left.Concat(right), isFromZero: true);

        var panel = new Panel(Axis.Counting("element", shown.FirstOrDefault(), Math.Max(shown.LastOrDefault(), 0)), y,
        [
            new Bars(firstName, Palette.Grey, at, left, 0.38, IsHatched: true) { Offset = -0.21 },
            new Bars(secondName, Palette.Blue, at, right, 0.38) { Offset = 0.21 },
            .. divergence is { } parts ? new[] { new Curve("first divergence", Palette.Purple, [parts, parts], [y.From, y.To], Dash.Dotted) } : [],
            new Marks(different.Length > 0 ? "differs" : "", Palette.Orange, Array.ConvertAll(different, i => (double)i), Array.ConvertAll(different, i => Math.Max(0, Math.Max(Finite(first, i), Finite(second, i)))), Sign.Diamond),
        ]);
        string caption = $"{firstName} against {secondName}.{FloatComparison.Sentence(first, second, secondName)}{sample.Note}";
        return new("Two runs compared", caption, new(panel), new(
            ["element", firstName, secondName, $"bits of {firstName}", $"bits of {secondName}", "units in the last place apart", "compared"],
            [.. shown.Select(i => Row(first, second, i))], sample.Note.Trim()));
    }

    private static string[] Row(float[] first, float[] second, int i)
    {
        bool areBoth = i < first.Length && i < second.Length;
        return [Invariant($"{i}"), Text(first, i, Numbers.Exact), Text(second, i, Numbers.Exact), Text(first, i, Numbers.Bits), Text(second, i, Numbers.Bits),
            areBoth ? FloatComparison.UlpsApart(first[i], second[i]) : "", FloatComparison.Differs(first, second, i) ? "differs" : "same"];
    }

    private static string Text(float[] values, int i, Func<float, string> write) => i < values.Length ? write(values[i]) : "missing";

    private static double[] Values(float[] values, int[] shown) => Array.ConvertAll(shown, i => i < values.Length ? values[i] : double.NaN);

    private static double Finite(float[] values, int i) => i < values.Length && float.IsFinite(values[i]) ? values[i] : 0;
}
