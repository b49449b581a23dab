namespace DropoutLessons.Grading;

/// <summary>Says which kinds of calls a set of probes holds; seeds, rates and activations are drawn.</summary>
/// <remarks>Every training call has as many activations, so that a mask kept from an earlier call fits; the first is made again later, and two differ from it in the seed or in x alone.</remarks>
internal static class ProbePlan
{
    private const int Length = 48;
    private const double FirstBeyondFloat32 = 16777217;

    /// <summary>Draws the calls.</summary>
    /// <param name="draw">where the numbers come from</param>
    /// <param name="isPlain">true for small seeds and rates with one decimal, which learners can read and repeat</param>
    public static IReadOnlyList<(string Id, DropoutCall Call)> Calls(Draw draw, bool isPlain)
    {
        double Seed() => isPlain ? draw.Whole(1, 99) : draw.Whole(1, 1 << 24);
        double Rate(double least, double most) => RateBetween(least, most, isPlain ? 1 : 2, draw);
        float[] X() => draw.Activations(Length);

        var first = new DropoutCall(Seed(), X(), Rate(0.2, 0.4), 0);
        DropoutCall OnThreshold(float least, float most) => new DropoutCall(Seed(), X(), 0, 0) is var call ? call with { Rate = RateOnThreshold(call.Seed, least, most, draw) } : call;

        return
        [
            ("train", first),
            ("train-other-seed", first with { Seed = Seed() + 100 }),
            ("train-edge-values", first with { X = WithEdgeValues(X()) }),
            ("train-low-rate", new(Seed(), X(), Rate(0.1, 0.2), 0)),
            ("train-high-rate", new(Seed(), X(), Rate(0.7, 0.85), 0)),
            ("train-on-threshold", OnThreshold(0.6f, 0.85f)),
            ("train-on-threshold-high-rate", OnThreshold(0.15f, 0.4f)),
            ("train-flag-0.25", new(Seed(), X(), Rate(0.6, 0.75), 0.25)),
            ("train-seed-fraction", new(Seed() + 0.3, X(), Rate(0.3, 0.4), 0)),
            ("train-seed-fraction-up", new(Seed() + 0.9, X(), Rate(0.3, 0.4), 0)),
            ("train-seed-negative", new(-Seed() - 0.6, X(), Rate(0.3, 0.4), 0)),
            ("train-seed-large", new(FirstBeyondFloat32 + (2 * Seed()), X(), Rate(0.3, 0.4), 0)),
            ("train-again", first),
            ("eval", new(Seed(), WithEdgeValues(X()), Rate(0.2, 0.4), 1)),
            ("eval-flag-0.5", new(Seed(), X(), Rate(0.2, 0.4), 0.5)),
            ("eval-flag-0.75", new(Seed(), X(), Rate(0.6, 0.75), 0.75)),
            ("rate-0", new(Seed(), X(), 0, 0)),
            ("rate-negative", new(Seed(), X(), -0.5, 0)),
            ("rate-1", new(Seed(), X(), 1, 0)),
        ];
    }

    // Only rates for which 1 - (float)rate is right too: whoever subtracts in float32 must not be right or wrong by the draw.
    private static double RateBetween(double least, double most, int decimals, Draw draw)
    {
        double rate = 0;
        while (rate < least || rate > most || (float)(1 - rate) != 1 - (float)rate)
            rate = Math.Round(draw.Number(least, most), decimals);
        return rate;
    }

    // An element whose random number is keep_prob itself: kept by <=, dropped by <.
    private static double RateOnThreshold(double seed, float least, float most, Draw draw)
    {
        float[] usable = [.. KeyChoices.All[0].Apply(seed, 0).Uniform(Length).Where(value => value > least && value < most)];
        return 1 - (double)usable[draw.Whole(0, usable.Length - 1)];
    }

    // Infinities and NaN show whether dropped elements are chosen or multiplied away, in either sign and often enough to be dropped somewhere.
    private static float[] WithEdgeValues(float[] x)
    {
        float[] edges = [float.PositiveInfinity, float.NegativeInfinity, float.NaN, 0f, -0f, float.MaxValue];
        for (int i = 0; i < x.Length; i++)
            if (i % 2 == 0)
                x[i] = edges[i / 2 % edges.Length];
        return x;
    }
}
