using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Draws the counters of streams.</summary>
internal static class RngsPicture
{
    public static Picture Draw(Rngs rngs)
    {
        ArgumentNullException.ThrowIfNull(rngs);
        RngStream[] streams = [.. rngs];
        double[] at = [.. streams.Select((_, i) => (double)i)], counts = [.. streams.Select(stream => (double)stream.Count)];

        var panel = new Panel(
            Axis.Counting("stream", 0, Math.Max(streams.Length - 1, 0)) with { Names = [.. streams.Select((stream, i) => ((double)i, stream.Tag))] },
            new("keys handed out", 0, Math.Max(counts.DefaultIfEmpty(0).Max() * 1.2, 1.2)) { IsWhole = true },
            new Bars("", Palette.Blue, at, counts, 0.5),
            new Marks("", Palette.Grey, at, counts, Sign.None) { Texts = [.. streams.Select(stream => Invariant($"{stream.Count}"))] })
        { PlainHeight = 150 };
        string fallback = rngs.Contains(Rngs.DefaultStream) ? $"A name that is not here draws from \"{Rngs.DefaultStream}\"." : $"There is no \"{Rngs.DefaultStream}\": a name that is not here is an error.";
        string caption = Invariant($"{streams.Length} stream{(streams.Length == 1 ? "" : "s")}, {streams.Sum(stream => stream.Count)} keys handed out. {fallback} The next key of a stream is fold_in(base key, count).");
        return new("Streams of an Rngs", caption, new(panel), new(
            ["stream", "base key", "count", "next key"],
            [.. streams.Select(stream => (string[])[stream.Tag, Numbers.Key(stream.Key), Invariant($"{stream.Count}"), Numbers.Key(stream.Key.FoldIn(stream.Count))])]));
    }
}
