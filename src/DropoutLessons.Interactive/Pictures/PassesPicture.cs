using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Draws what many passes of one network say of one input: a sign for each pass and class, beside the mean and one evaluation.</summary>
internal static class PassesPicture
{
    private const int MostPasses = 40;
    private const int MostClasses = 20;
    private const double Apart = 0.7;

    public static Picture Draw(IReadOnlyList<float[]> passes, float[] evaluation)
    {
        ArgumentNullException.ThrowIfNull(passes);
        ArgumentNullException.ThrowIfNull(evaluation);
        if (passes.Count == 0 || evaluation.Length is 0 or > MostClasses || passes.Any(pass => pass.Length != evaluation.Length))
            throw new ArgumentException($"{passes.Count} passes for {evaluation.Length} classes: there must be a pass, and each has as many classes as the evaluation, 1 to {MostClasses}.", nameof(passes));
        var classes = Enumerable.Range(0, evaluation.Length).Select(i => Class.Of(i, passes)).ToArray();
        var sample = Sample.Even(passes.Count, MostPasses, "pass");

        double[] at = [.. classes.Select(each => (double)each.Number)];
        double step = Apart / Math.Max(1, sample.Indices.Length - 1);
        var dots = classes.SelectMany(each => sample.Indices.Select((pass, k) => (X: each.Number - (Apart / 2) + (k * step), Y: (double)passes[pass][each.Number]))).ToArray();
        var panel = new Panel(Axis.Counting("class", 0, classes.Length - 1) with { Names = [.. classes.Select(each => ((double)each.Number, Invariant($"{each.Number}")))] }, new("probability", 0, 1.02),
            new Marks("one pass", Palette.Blue, [.. dots.Select(dot => dot.X)], [.. dots.Select(dot => dot.Y)], Sign.Cross),
            new Marks("mean of the passes", Palette.Orange, at, [.. classes.Select(each => each.Mean)], Sign.Diamond),
            new Marks("evaluation", Palette.Green, at, Numbers.At(evaluation, [.. Enumerable.Range(0, evaluation.Length)]), Sign.Square));

        var first = classes.MaxBy(each => each.Mean)!;
        string named = string.Join(", ", classes.Where(each => each.Named > 0).OrderByDescending(each => each.Named).Select(each => Invariant($"{each.Number} in {each.Named}")));
        string caption = Invariant($"{passes.Count} passes; the class each names: {named}. Highest mean: class {first.Number} with {first.Mean:0.00}, spread {first.Spread:0.00}; evaluation gives it {evaluation[first.Number]:0.00}.{sample.Note}");
        return new("Many passes", caption, new(panel), new(["class", "mean", "spread", "evaluation", "passes that name it"],
            [.. classes.Select(each => (string[])[Invariant($"{each.Number}"), Numbers.Short(each.Mean), Numbers.Short(each.Spread), Numbers.Short(evaluation[each.Number]), Invariant($"{each.Named}")])]));
    }

    /// <summary>Holds what the passes say of one class; the spread is the standard deviation.</summary>
    private sealed record Class(int Number, double Mean, double Spread, int Named)
    {
        public static Class Of(int number, IReadOnlyList<float[]> passes)
        {
            double mean = passes.Average(pass => (double)pass[number]);
            return new(number, mean, Math.Sqrt(passes.Average(pass => Math.Pow(pass[number] - mean, 2))), passes.Count(pass => Array.IndexOf(pass, pass.Max()) == number));
        }
    }
}
