using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Draws training runs: losses above, accuracy below.</summary>
internal static class TrainingPicture
{
    private const int MostRuns = 5;
    private const int MostPoints = 60;
    private const int MostSigns = 20;
    private static readonly Sign[] s_signs = [Sign.Disc, Sign.Cross, Sign.Square, Sign.Triangle, Sign.Diamond];

    public static Picture Draw(IReadOnlyList<(string Name, IReadOnlyList<TrainingPoint> Curve)> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        if (runs.Count is 0 or > MostRuns || runs.Any(run => run.Curve.Count == 0))
            throw new ArgumentException($"{runs.Count} runs, the shortest of {runs.Select(run => run.Curve.Count).DefaultIfEmpty(0).Min()} points: 1 to {MostRuns} runs can be told apart, and each needs a point.", nameof(runs));
        var thinned = runs.Select(run => Sample.Even(run.Curve.Count, MostPoints, "point")).ToArray();
        var points = runs.Zip(thinned, (run, sample) => sample.Indices.Select(i => run.Curve[i]).ToArray()).ToArray();
        double last = points.Max(run => run[^1].Step);

        var loss = new Panel(new("", 0, last) { IsWhole = true }, Axis.Around("loss", points.SelectMany(run => run.SelectMany(point => new[] { point.TrainLoss, point.TestLoss })), isFromZero: true),
            [.. Curves(point => point.TestLoss, name => name), .. Curves(point => point.TrainLoss, _ => "", isTraining: true), new Curve("dotted: training loss, with dropout", Palette.Grey, [], [], Dash.Dotted)])
        { PlainHeight = 190 };
        var accuracy = new Panel(new("step", 0, last) { IsWhole = true }, new("test accuracy", 0, 1), [.. Curves(point => point.TestAccuracy, name => name)]) { PlainHeight = 150 };
        string ends = string.Join("; ", runs.Select(run => Invariant($"{run.Name}: test loss {Numbers.Short(run.Curve[^1].TestLoss)}, accuracy {run.Curve[^1].TestAccuracy:P1}")));
        return new("Training runs", Invariant($"After step {last}. {ends}.{thinned.Select(sample => sample.Note).FirstOrDefault(note => note.Length > 0)}"), new(loss, accuracy), Table(runs, points));

        IEnumerable<Layer> Curves(Func<TrainingPoint, double> value, Func<string, string> name, bool isTraining = false)
        {
            for (int i = 0; i < points.Length; i++)
            {
                double[] steps = [.. points[i].Select(point => (double)point.Step)], values = [.. points[i].Select(value)];
                yield return new Curve("", Palette.Curves[i], steps, values, isTraining ? Dash.Dotted : Dash.Solid);
                if (isTraining)
                    continue;
                int[] marked = Sample.Even(steps.Length, MostSigns, "").Indices;
                yield return new Marks(name(runs[i].Name), Palette.Curves[i], Array.ConvertAll(marked, k => steps[k]), Array.ConvertAll(marked, k => values[k]), s_signs[i]);
            }
        }
    }

    private static PictureTable Table(IReadOnlyList<(string Name, IReadOnlyList<TrainingPoint> Curve)> runs, TrainingPoint[][] points)
    {
        int each = 120 / runs.Count;
        return new(["run", "step", "training loss", "test loss", "test accuracy"],
            [.. runs.SelectMany((run, i) => Sample.Even(points[i].Length, each, "").Indices.Select(k => points[i][k]).Select(point => (string[])
                [run.Name, Invariant($"{point.Step}"), Numbers.Short(point.TrainLoss), Numbers.Short(point.TestLoss), Numbers.Short(point.TestAccuracy)]))],
            points.Any(run => run.Length > each) ? Invariant($"At most {each} points of each run, at equal distances.") : "");
    }
}
