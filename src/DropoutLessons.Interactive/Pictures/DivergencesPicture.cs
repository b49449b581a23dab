using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Draws many runs against one reference, a row for each, and marks where each parts from it.</summary>
internal static class DivergencesPicture
{
    private const int MostElements = 48;
    private const int MostRuns = 32;

    public static Picture Draw(float[] reference, IEnumerable<(string Name, float[] Output)> runs)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(runs);
        (string Name, float[] Output)[] all = [.. runs], shown = [.. all.Take(MostRuns)];
        var sample = Sample.Window(all.Select(run => run.Output.Length).Append(reference.Length).Max(), MostElements, 0);
        int columns = Math.Max(1, sample.Indices.Length);
        var parted = shown.Select((run, row) => (Row: row, At: FloatComparison.FirstDifference(reference, run.Output))).Where(run => run.At < columns).ToArray();

        var cells = new Cells([.. shown.Select(run => Array.ConvertAll(sample.Indices, i => FloatComparison.Differs(reference, run.Output, i) ? 0.0 : 1.0)).DefaultIfEmpty([])], "same bits", "differs", null);
        var panel = new Panel(
            new("element", -0.5, columns - 0.5) { IsWhole = true },
            RowNames.Axis([.. shown.Select(run => run.Name)]),
            [cells, new Marks(parted.Length > 0 ? "first divergence" : "", Palette.Purple, [.. parted.Select(run => (double)run.At!.Value)], [.. parted.Select(run => (double)run.Row)], Sign.Diamond)]);
        string left = shown.Length < all.Length ? Invariant($" Drawn are the first {MostRuns} runs.") : "";
        string caption = Invariant($"{all.Count(run => FloatComparison.FirstDifference(reference, run.Output) is null)} of {all.Length} runs have every bit of the reference.{left}{sample.Note}");
        return new("Many runs against one", caption, new(panel), new(
            ["run", "elements that differ", "first divergence", "reference there", "run there", "furthest apart, in units in the last place"],
            [.. shown.Select(run => Row(reference, run.Name, run.Output))], left.Trim()));
    }

    private static string[] Row(float[] reference, string name, float[] output) => FloatComparison.FirstDifference(reference, output) is not { } at
        ? [name, "0", "none", "", "", "0"]
        : [name, Invariant($"{FloatComparison.Count(reference, output)}"), Invariant($"{at}"), Text(reference, at), Text(output, at), Furthest(reference, output)];

    private static string Text(float[] values, int i) => i < values.Length ? Numbers.Exact(values[i]) : "missing";

    private static string Furthest(float[] reference, float[] output) => Invariant(
        $"{reference.Zip(output).Select(pair => FloatComparison.UlpsApart(pair.First, pair.Second)).Where(apart => apart.Length > 0).Select(apart => long.Parse(apart, System.Globalization.CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max()}");
}
