using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Draws activations before and after dropout as pairs of bars.</summary>
internal static class ActivationsPicture
{
    private const int MostPairs = 96;

    public static Picture Draw(float[] x, float[] y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Length != y.Length)
            throw new ArgumentException($"x has {x.Length} elements and y has {y.Length}: they are one layer's input and output and must be equally long.", nameof(y));

        int[] shown = Sample(x.Length);
        int[] dropped = [.. shown.Where(i => y[i] == 0 && x[i] != 0)];
        string sampled = shown.Length == x.Length ? "" : Invariant($" Every {(x.Length + MostPairs - 1) / MostPairs}th of {x.Length} elements is drawn.");
        string caption = Invariant($"Mean before {Mean(x):0.####}, after {Mean(y):0.####}. {x.Zip(y).Count(pair => pair.Second == 0 && pair.First != 0)} of {x.Length} dropped, marked ×.{sampled}");
        return new("Activations before and after dropout", caption, PlotlyFigure.Pairs(shown, At(x, shown), At(y, shown), dropped), Svg(At(x, shown), At(y, shown)), Numbers(x, y, shown, sampled));
    }

    private static int[] Sample(int length)
    {
        int step = Math.Max(1, (length + MostPairs - 1) / MostPairs);
        return [.. Enumerable.Range(0, (length + step - 1) / step).Select(i => i * step)];
    }

    private static string Svg(float[] x, float[] y)
    {
        double highest = Math.Max(0, x.Concat(y).Where(float.IsFinite).DefaultIfEmpty(0).Max()), lowest = Math.Min(0, x.Concat(y).Where(float.IsFinite).DefaultIfEmpty(0).Min());
        double scale = 220 / Math.Max(highest - lowest, 1e-30), zero = 20 + (highest * scale), step = 600.0 / Math.Max(x.Length, 1);
        var canvas = new SvgCanvas(640, 272);
        for (int i = 0; i < x.Length; i++)
        {
            Bar(canvas, 20 + (i * step), step * 0.4, x[i], zero, scale, Palette.Before);
            Bar(canvas, 20 + (i * step) + (step * 0.42), step * 0.4, y[i], zero, scale, Palette.Kept);
            if (y[i] == 0 && x[i] != 0)
                canvas.Text(20 + (i * step) + (step * 0.62), zero - 2, "×", Math.Min(16, step * 0.9));
        }
        canvas.Rectangle(20, zero, 600, 1, "#333333");
        canvas.Text(320, 264, "grey: before, dark: after, ×: dropped", 12);
        return canvas.ToString();
    }

    private static void Bar(SvgCanvas canvas, double left, double width, float value, double zero, double scale, string colour)
    {
        if (float.IsFinite(value))
            canvas.Rectangle(left, value >= 0 ? zero - (value * scale) : zero, width, Math.Abs(value) * scale, colour);
    }

    private static PictureTable Numbers(float[] x, float[] y, int[] shown, string note) =>
        new(["element", "before", "after", ""], [.. shown.Select(i => (string[])[Invariant($"{i}"), Invariant($"{x[i]:G9}"), Invariant($"{y[i]:G9}"), y[i] == 0 && x[i] != 0 ? "dropped" : ""])], note.Trim());

    private static float[] At(float[] values, int[] indices) => [.. indices.Select(i => values[i])];

    private static double Mean(float[] values) => values.Length == 0 ? 0 : values.Average(value => (double)value);
}
