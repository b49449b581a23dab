using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Draws what a layer makes of one input in training and at evaluation.</summary>
internal static class TrainEvalPicture
{
    private const int MostElements = 48;

    public static Picture Draw(float[] x, float[] train, float[] eval)
    {
        Numbers.CheckLengths(x, train, nameof(train));
        Numbers.CheckLengths(x, eval, nameof(eval));
        var sample = Sample.Random(x.Length, MostElements);
        double[] at = [.. Enumerable.Range(0, sample.Indices.Length).Select(i => (double)i)], input = Numbers.At(x, sample.Indices), trained = Numbers.At(train, sample.Indices), evaluated = Numbers.At(eval, sample.Indices);

        var panel = new Panel(Axis.Counting(sample.Note.Length == 0 ? "element" : "sampled elements, in order", 0, Math.Max(at.Length - 1, 0)), Axis.Around("activation", [.. input, .. trained, .. evaluated], isFromZero: true),
            new Bars("training", Palette.Blue, at, trained, 0.38) { Offset = -0.21 },
            new Bars("evaluation", Palette.Green, at, evaluated, 0.38, IsHatched: true) { Offset = 0.21 },
            new Marks("input", Palette.Orange, at, input, Sign.Ring));
        string same = FloatComparison.FirstDifference(x, eval) is { } i ? Invariant($"Evaluation changes the input, first at element {i}: it should not.") : "Evaluation gives the input back, bit for bit.";
        string caption = Invariant($"{same} Means: input {Numbers.Short(Numbers.Mean(x))}, training {Numbers.Short(Numbers.Mean(train))}, evaluation {Numbers.Short(Numbers.Mean(eval))}.{sample.Note}");
        return new("Training against evaluation", caption, new(panel), new(
            ["element", "input", "training", "evaluation"],
            [.. sample.Indices.Select(i => (string[])[Invariant($"{i}"), Numbers.Exact(x[i]), Numbers.Exact(train[i]), Numbers.Exact(eval[i])])], sample.Note.Trim()));
    }
}
