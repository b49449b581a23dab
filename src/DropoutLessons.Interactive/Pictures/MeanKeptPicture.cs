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
        Numbers.CheckRate(rate, mayBeOne: false);

        double mean = Numbers.Mean(x);
        // One call's mean has the variance sum(x^2) * rate / keep_prob / n^2.
        double spread = 1.96 * Math.Sqrt(x.Sum(value => (double)value * value) * rate / (1 - rate)) / Math.Max(x.Length, 1);
        double[] running = Running(forward, calls);
        var sample = Sample.Even(calls, MostPoints, "call");
        double[] at = Array.ConvertAll(sample.Indices, i => i + 1.0), values = Array.ConvertAll(sample.Indices, i => running[i]);
        double[] low = Array.ConvertAll(at, k => mean - (spread / Math.Sqrt(k))), high = Array.ConvertAll(at, k => mean + (spread / Math.Sqrt(k)));

        var panel = new Panel(new("calls averaged", 0.5, calls + 0.5) { IsWhole = true }, Axis.Around("mean output", [.. low, .. high, .. values], isFromZero: false),
            new Band("where 95 of 100 such averages lie", at, low, high),
            new Curve("mean of x", Palette.Orange, [0.5, calls + 0.5], [mean, mean], Dash.Dashed),
            new Curve("mean output", Palette.Blue, at, values));
        string caption = Invariant($"Mean of x: {Numbers.Short(mean)}. Mean output over {calls} calls: {Numbers.Short(running[^1])}. The band is where 95 of 100 such averages lie at each number of calls.{sample.Note}");
        return new("The mean is kept", caption, new(panel), Table(at, values, low, high));
    }

    private static double[] Running(Func<int, float[]> forward, int calls)
    {
        var running = new double[calls];
        double sum = 0;
        for (int call = 0; call < calls; call++)
        {
            sum += Numbers.Mean(forward(call));
            running[call] = sum / (call + 1);
        }
        return running;
    }

    private static PictureTable Table(double[] at, double[] values, double[] low, double[] high)
    {
        int[] listed = Sample.Even(at.Length, 24, "").Indices;
        return new(["calls", "mean output", "band from", "band to"],
            [.. listed.Select(i => (string[])[Invariant($"{at[i]}"), Numbers.Short(values[i]), Numbers.Short(low[i]), Numbers.Short(high[i])])],
            listed.Length < at.Length ? Invariant($"{listed.Length} of {at.Length} points.") : "");
    }
}
