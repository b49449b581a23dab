using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Draws how outputs are distributed: around the same mean as the inputs, but wider.</summary>
internal static class OutputsPicture
{
    private const int Bins = 32;

    public static Picture Draw(float[] x, double rate, Func<int, float[]> forward, int calls)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(forward);
        ArgumentOutOfRangeException.ThrowIfLessThan(calls, 1);
        Numbers.CheckRate(rate, mayBeOne: false);
        float[][] outputs = [.. Enumerable.Range(0, calls).Select(forward)];
        foreach (float[] y in outputs)
            Numbers.CheckLengths(x, y, "the output");

        var histogram = Histogram.Of(x, outputs);
        var spread = Spread.Of(x, outputs, rate);
        double[] middles = [.. Enumerable.Range(0, Bins).Select(i => histogram.Edge(i + 0.5))];
        double tallest = Math.Max(histogram.Before.Max(), histogram.After.Max());
        var panel = new Panel(
            new("value", histogram.Edge(0), histogram.Edge(Bins)), new("fraction of the values", 0, Math.Max(tallest * 1.08, 1e-9)),
            new Bars("inputs", Palette.Grey, middles, histogram.Before, histogram.Step * 0.42, IsHatched: true) { Offset = histogram.Step * -0.22 },
            new Bars("outputs", Palette.Blue, middles, histogram.After, histogram.Step * 0.42) { Offset = histogram.Step * 0.22 },
            new Curve("mean of the inputs", Palette.Orange, [spread.MeanBefore, spread.MeanBefore], [0, tallest * 1.08], Dash.Dashed),
            new Curve("mean of the outputs", Palette.Green, [spread.MeanAfter, spread.MeanAfter], [0, tallest * 1.08], Dash.Dotted));

        string caption = Invariant($"{x.Length} inputs, {calls} calls. Mean kept: {Numbers.Short(spread.MeanBefore)} before, {Numbers.Short(spread.MeanAfter)} after. Variance not: dropout adds x² · rate / keep_prob, on average {Numbers.Short(spread.Theory)}; measured {Numbers.Short(spread.Measured)} (95 of 100 times within {Numbers.Short(spread.Theory - spread.Band)} and {Numbers.Short(spread.Theory + spread.Band)}). {Bins} bins.");
        return new("Mean kept, variance not", caption, new(panel), Table(histogram));
    }

    private static PictureTable Table(Histogram histogram) => new(
        ["from", "to", "inputs", "outputs"],
        [.. Enumerable.Range(0, Bins).Where(i => histogram.Before[i] > 0 || histogram.After[i] > 0)
            .Select(i => (string[])[Numbers.Short(histogram.Edge(i)), Numbers.Short(histogram.Edge(i + 1)), Numbers.Short(histogram.Before[i]), Numbers.Short(histogram.After[i])])],
        "Fractions of the values; bins without any are left out.");

    private sealed record Histogram(double From, double Step, double[] Before, double[] After)
    {
        public double Edge(double i) => From + (i * Step);

        public static Histogram Of(float[] x, float[][] outputs)
        {
            double low = double.PositiveInfinity, high = double.NegativeInfinity;
            foreach (float[] values in outputs.Prepend(x))
                foreach (float value in values)
                    if (float.IsFinite(value))
                        (low, high) = (Math.Min(low, value), Math.Max(high, value));
            if (low > high)
                (low, high) = (0, 0);
            double step = high > low ? (high - low) / (Bins - 1) : 1;
            // The lowest and the highest value lie in the middle of their bins, and so does a lone 0.
            var histogram = new Histogram(low - (step / 2), step, new double[Bins], new double[Bins]);
            histogram.Fill(histogram.Before, [x]);
            histogram.Fill(histogram.After, outputs);
            return histogram;
        }

        private void Fill(double[] bins, float[][] arrays)
        {
            int all = Math.Max(1, arrays.Sum(values => values.Length));
            var counts = new long[Bins];
            foreach (float[] values in arrays)
                foreach (float value in values)
                    if (float.IsFinite(value))
                        counts[Math.Clamp((int)((value - From) / Step), 0, Bins - 1)]++;
            for (int i = 0; i < Bins; i++)
                bins[i] = (double)counts[i] / all;
        }
    }

    private sealed record Spread(double MeanBefore, double MeanAfter, double Theory, double Measured, double Band)
    {
        public static Spread Of(float[] x, float[][] outputs, double rate)
        {
            double keep = 1 - rate, n = Math.Max(1, x.Length);
            double squares = 0, fourths = 0, apart = 0;
            for (int i = 0; i < x.Length; i++)
            {
                double square = (double)x[i] * x[i];
                squares += square;
                fourths += square * square;
                foreach (float[] y in outputs)
                    apart += ((double)y[i] - x[i]) * ((double)y[i] - x[i]);
            }
            double theory = squares / n * rate / keep, measured = apart / n / outputs.Length;
            // (y - x)^2 is x^2 where dropped and (x rate / keep)^2 where kept; its own variance gives the band of the average.
            double fourth = fourths * (rate + (keep * Math.Pow(rate / keep, 4)) - Math.Pow(rate / keep, 2));
            return new(Numbers.Mean(x), outputs.Average(Numbers.Mean), theory, measured, 1.96 * Math.Sqrt(Math.Max(0, fourth) / outputs.Length) / n);
        }
    }
}
