using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Draws what the generator did for one call, element by element: counter, bits, uniform number, threshold, coin, output.</summary>
internal static class CallPicture
{
    private const int MostElements = 64;
    private static readonly string[] s_none = [], s_yours = ["yours", "compared"];

    public static Picture Draw(PrngKey key, float[] x, double rate, float[]? yours, JaxVersion version)
    {
        ArgumentNullException.ThrowIfNull(x);
        Numbers.CheckRate(rate);
        var run = Run.Of(key, x, rate, version);
        int? divergence = yours is null ? null : FloatComparison.FirstDifference(run.Output, yours);
        var sample = Sample.Window(x.Length, MostElements, divergence ?? 0);
        int[] shown = sample.Indices;
        int[] kept = [.. shown.Where(run.IsKept)], dropped = [.. shown.Where(i => !run.IsKept(i))];
        int[] different = yours is null ? [] : [.. shown.Where(i => FloatComparison.Differs(run.Output, yours, i))];
        var axis = Axis.Counting("element", shown.FirstOrDefault(), Math.Max(shown.LastOrDefault(), 0));

        var panel = new Panel(axis, new("uniform number", 0, 1),
        [
            new Curve("keep_prob, the threshold", Palette.Green, [axis.From, axis.To], [run.KeepProb, run.KeepProb], Dash.Dashed),
            .. divergence is { } at ? new[] { new Curve("first divergence", Palette.Purple, [at, at], [0, 1], Dash.Dotted) } : [],
            Points("below it: kept", Palette.Blue, kept, Sign.Disc),
            Points("not below: dropped", Palette.Orange, dropped, Sign.Cross),
            .. different.Length > 0 ? new[] { Points("your output differs", Palette.Purple, different, Sign.Diamond) } : [],
        ]);
        string compared = yours is null ? "" : FloatComparison.Sentence(run.Output, yours, "your run");
        string caption = Invariant($"Key {Numbers.Key(key)}, keep_prob {Numbers.Exact(run.KeepProb)}: an element is kept where its uniform number is below. {run.KeptCount} of {x.Length} kept.{compared}{sample.Note}");
        return new("The random numbers of one call", caption, new(panel), Table(run, x.Length, yours, sample, version));

        Marks Points(string name, string colour, int[] elements, Sign sign) => new(name, colour, Array.ConvertAll(elements, i => (double)i), Array.ConvertAll(elements, i => (double)run.Uniform(i)), sign);
    }

    private static PictureTable Table(Run run, int length, float[]? yours, Sample sample, JaxVersion version) => new(
        ["element", "counter", "bits", "uniform", "threshold", "coin", "output", .. yours is null ? s_none : s_yours],
        [.. sample.Indices.Select(i => (string[])
            [Invariant($"{i}"), Counter(i, length, version), Numbers.Hex(run.Bits[i]), Numbers.Exact(run.Uniform(i)), Numbers.Exact(run.KeepProb), run.IsKept(i) ? "kept" : "dropped", Numbers.Exact(run.Output[i]),
                .. yours is null ? s_none : [i < yours.Length ? Numbers.Exact(yours[i]) : "missing", FloatComparison.Differs(run.Output, yours, i) ? "differs" : "same"]])],
        sample.Note.Trim());

    // The original layout encrypts two counters at once, one from each half of the array.
    private static string Counter(int index, int length, JaxVersion version)
    {
        int half = (length + 1) / 2, first = index % half;
        return version.IsPartitionable ? Invariant($"{index}") : Invariant($"{first} with {(half + first < length ? half + first : 0)}, word {(index < half ? 0 : 1)}");
    }

    private sealed record Run(uint[] Bits, float[] Output, float KeepProb)
    {
        /// <summary>Number of elements kept, drawn or not.</summary>
        public int KeptCount { get; } = Count(Bits, KeepProb);

        public static Run Of(PrngKey key, float[] x, double rate, JaxVersion version)
        {
            var output = new float[x.Length];
            InvertedDropout.Forward(key, x, rate, version, output);
            return new(key.Bits(x.Length, version), output, (float)(1 - rate));
        }

        /// <summary>The upper 23 bits as a number in [0, 1).</summary>
        public float Uniform(int i) => Uniform(Bits[i]);

        public bool IsKept(int i) => Uniform(i) < KeepProb;

        private static float Uniform(uint bits) => (bits >> 9) * (1f / (1 << 23));

        private static int Count(uint[] bits, float keepProb)
        {
            int count = 0;
            foreach (uint word in bits)
                count += Uniform(word) < keepProb ? 1 : 0;
            return count;
        }
    }
}
