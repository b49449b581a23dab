namespace DropoutLessons.Grading;

/// <summary>Computes what a kept element becomes.</summary>
/// <param name="x">the element</param>
/// <param name="rate">fraction to drop</param>
/// <param name="keptFraction">fraction really kept in this call</param>
internal delegate float ScaleStep(float x, double rate, double keptFraction);

/// <summary>Lists what people do with kept elements; every wrong factor in each way of rounding it.</summary>
internal static class ScaleChoices
{
    private static readonly Fault s_byRate = Named("divided-by-rate", "divided the kept elements by rate instead of keep_prob");
    private static readonly Fault s_timesKeep = Named("multiplied-by-keep-prob", "multiplied the kept elements by keep_prob instead of dividing");
    private static readonly Fault s_timesRate = Named("multiplied-by-rate", "multiplied the kept elements by rate; they are divided by keep_prob");
    private static readonly Fault s_twice = Named("scaled-twice", "divided the kept elements by keep_prob twice");
    private static readonly Fault s_root = Named("divided-by-root", "divided by the square root of keep_prob, which keeps the mean square but not the mean");
    private static readonly Fault s_plusRate = Named("multiplied-by-one-plus-rate", "multiplied by 1 + rate; what makes up for the dropped part is 1 / (1 - rate)");
    private static readonly Fault s_half = Named("scaled-as-at-one-half", "scaled by 2 whatever the rate");
    private static readonly Fault s_fraction = Named("scaled-by-count", "divided by the fraction that happened to be kept in this call; the divisor is keep_prob, the same for every call");

    public static Choice<ScaleStep>[] All { get; } =
    [
        Choice<ScaleStep>.Right((x, rate, _) => x / (float)(1 - rate)),
        new(new("scaled-by-reciprocal", "multiplied by 1 / keep_prob"), (x, rate, _) => x * (1f / (float)(1 - rate)), IsAccepted: true),
        new(new("scaled-by-reciprocal", "multiplied by 1 / keep_prob"), (x, rate, _) => x * (float)(1 / (1 - rate)), IsAccepted: true),
        new(new("scaled-in-double", "divided in double and rounded afterwards"), (x, rate, _) => (float)(x / (1 - rate)), IsAccepted: true),
        new(new("scaled-in-double", "divided in double and rounded afterwards"), (x, rate, _) => (float)(x * (1 / (1 - rate))), IsAccepted: true),
        (Named("not-rescaled", "did not divide the kept elements by keep_prob, so the expected output is smaller than the input"), (x, _, _) => x),
        .. InEachRounding(s_byRate, rate => rate),
        (s_timesKeep, (x, rate, _) => x * (float)(1 - rate)),
        (s_timesKeep, (x, rate, _) => (float)(x * (1 - rate))),
        (s_timesRate, (x, rate, _) => x * (float)rate),
        (s_timesRate, (x, rate, _) => (float)(x * rate)),
        (s_twice, (x, rate, _) => x / (float)(1 - rate) / (float)(1 - rate)),
        (s_twice, (x, rate, _) => x / ((float)(1 - rate) * (float)(1 - rate))),
        (s_twice, (x, rate, _) => x * (1f / (float)(1 - rate)) * (1f / (float)(1 - rate))),
        (s_twice, (x, rate, _) => x * (1f / (float)(1 - rate)) / (float)(1 - rate)),
        (s_twice, (x, rate, _) => x / (float)(1 - rate) * (1f / (float)(1 - rate))),
        (s_twice, (x, rate, _) => (float)(x / (1 - rate) / (1 - rate))),
        (s_twice, (x, rate, _) => (float)((float)(x / (1 - rate)) / (1 - rate))),
        (s_twice, (x, rate, _) => (float)(x / ((1 - rate) * (1 - rate)))),
        .. InEachRounding(s_root, rate => Math.Sqrt(1 - rate)),
        (s_plusRate, (x, rate, _) => x * (float)(1 + rate)),
        (s_plusRate, (x, rate, _) => (float)(x * (1 + rate))),
        (s_half, (x, _, _) => x * 2),
        (s_fraction, (x, _, kept) => x / (float)kept),
        (s_fraction, (x, _, kept) => x * (1f / (float)kept)),
        (s_fraction, (x, _, kept) => (float)(x / kept)),
        (s_fraction, (x, _, kept) => x * (float)(1 / kept)),
    ];

    /// <summary>True for the choices whose divisor depends on how many elements were kept.</summary>
    public static bool NeedsCount(int index) => All[index].Fault == s_fraction;

    private static IEnumerable<Choice<ScaleStep>> InEachRounding(Fault fault, Func<double, double> divisor) =>
    [
        (fault, (x, rate, _) => x / (float)divisor(rate)),
        (fault, (x, rate, _) => x * (1f / (float)divisor(rate))),
        (fault, (x, rate, _) => x * (float)(1 / divisor(rate))),
        (fault, (x, rate, _) => (float)(x / divisor(rate))),
    ];

    private static Fault Named(string name, string sentence) => new(name, sentence)
    {
        Lesson = 3,
        Hints = ["Dropping makes the sum smaller. By which factor, on average, and how is that made up for?", "Divide what is kept by keep_prob = 1 - rate, once."],
    };
}
