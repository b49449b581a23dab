using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Draws activations before and after dropout as pairs of bars.</summary>
internal static class ActivationsPicture
{
    private const int MostPairs = 96;

    public static Picture Draw(float[] x, float[] y)
    {
        Numbers.CheckLengths(x, y, nameof(y));
        var sample = Sample.Random(x.Length, MostPairs);
        int[] shown = sample.Indices;
        // Sampled elements stand side by side; their numbers are in the table.
        double[] at = sample.Note.Length == 0 ? Array.ConvertAll(shown, i => (double)i) : [.. Enumerable.Range(0, shown.Length).Select(i => (double)i)];
        double[] before = Numbers.At(x, shown), after = Numbers.At(y, shown);
        double[] dropped = [.. at.Where((_, i) => IsDropped(x[shown[i]], y[shown[i]]))];

        var panel = new Panel(Axis.Counting(sample.Note.Length == 0 ? "element" : "sampled elements, in order", 0, Math.Max(at.Length - 1, 0)), Axis.Around("activation", before.Concat(after), isFromZero: true),
            new Bars("before", Palette.Grey, at, before, 0.38, IsHatched: true) { Offset = -0.21 },
            new Bars("after", Palette.Blue, at, after, 0.38) { Offset = 0.21 },
            new Marks("dropped", Palette.Orange, dropped, new double[dropped.Length], Sign.Cross));
        string caption = Invariant($"Mean before {Numbers.Short(Numbers.Mean(x))}, after {Numbers.Short(Numbers.Mean(y))}. {Count(x, y)} of {x.Length} dropped.{sample.Note}");
        return new("Activations before and after dropout", caption, new(panel), Table(x, y, sample));
    }

    private static PictureTable Table(float[] x, float[] y, Sample sample) => new(
        ["element", "before", "after", "state"],
        [.. sample.Indices.Select(i => (string[])[Invariant($"{i}"), Numbers.Exact(x[i]), Numbers.Exact(y[i]), IsDropped(x[i], y[i]) ? "dropped" : ""])],
        sample.Note.Trim());

    private static int Count(float[] x, float[] y)
    {
        int count = 0;
        for (int i = 0; i < x.Length; i++)
            count += IsDropped(x[i], y[i]) ? 1 : 0;
        return count;
    }

    // A zero that was zero before tells nothing.
    private static bool IsDropped(float before, float after) => after == 0 && before != 0;
}
