using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Draws the running mean of the output inside the band it is expected in.</summary>
internal static class MeanKeptPicture
{
    private const int MostPoints = 200;

    public static Picture Draw(float[] x, double rate, Func<int, float[]> forward, int calls)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(forward);
        ArgumentOutOfRangeException.ThrowIfLessThan(calls, 1);
        if (rate is not (>= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "The rate is the fraction dropped and lies in [0, 1): at 1 nothing is left whose mean could be kept.");

        double mean = x.Average(value => (double)value);
        // One call's mean has the variance sum(x^2) * rate / keep_prob / n^2.
        double spread = 1.96 * Math.Sqrt(x.Sum(value => (double)value * value) * rate / (1 - rate)) / x.Length;
        double[] running = Running(forward, calls);
        int[] shown = [.. Enumerable.Range(0, calls).Where(i => i % Math.Max(1, calls / MostPoints) == 0 || i == calls - 1)];
        double[] at = [.. shown.Select(i => i + 1.0)], values = [.. shown.Select(i => running[i])];
        double[] low = [.. at.Select(k => mean - (spread / Math.Sqrt(k)))], high = [.. at.Select(k => mean + (spread / Math.Sqrt(k)))];

        string caption = Invariant($"Mean of x: {mean:0.####}. Mean output over {calls} calls: {running[^1]:0.####}. The band holds 95 of 100 such averages at each number of calls.");
        return new("The mean is kept", caption, PlotlyFigure.Band(at, values, low, high, mean, "calls averaged", "mean output"), Svg(at, values, low, high, mean), Numbers(at, values, low, high));
    }

    private static double[] Running(Func<int, float[]> forward, int calls)
    {
        var running = new double[calls];
        double sum = 0;
        for (int call = 0; call < calls; call++)
        {
            sum += forward(call).Average(value => (double)value);
            running[call] = sum / (call + 1);
        }
        return running;
    }

    private static string Svg(double[] at, double[] values, double[] low, double[] high, double mean)
    {
        double bottom = low.Concat(values).Min(), scale = 220 / Math.Max(high.Concat(values).Max() - bottom, 1e-30);
        double X(double k) => 20 + ((k - 1) / Math.Max(at[^1] - 1, 1) * 600);
        double Y(double value) => 240 - ((value - bottom) * scale);
        var canvas = new SvgCanvas(640, 272);
        canvas.Polygon([.. at.Zip(high, (k, v) => (X(k), Y(v))), .. at.Zip(low, (k, v) => (X(k), Y(v))).Reverse()], Palette.Band);
        canvas.Rectangle(20, Y(mean), 600, 1, "#333333");
        canvas.Line([.. at.Zip(values, (k, v) => (X(k), Y(v)))], Palette.Kept);
        canvas.Text(320, 264, "line: mean output, thin: mean of x, band: where 95 of 100 lie", 12);
        return canvas.ToString();
    }

    private static PictureTable Numbers(double[] at, double[] values, double[] low, double[] high)
    {
        int[] listed = [.. Enumerable.Range(0, at.Length).Where(i => i % Math.Max(1, at.Length / 20) == 0 || i == at.Length - 1)];
        return new(["calls", "mean output", "band from", "band to"],
            [.. listed.Select(i => (string[])[Invariant($"{at[i]}"), Invariant($"{values[i]:0.#####}"), Invariant($"{low[i]:0.#####}"), Invariant($"{high[i]:0.#####}")])],
            listed.Length < at.Length ? Invariant($"{listed.Length} of {at.Length} points.") : "");
    }
}
