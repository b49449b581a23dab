namespace DropoutLessons.Grading;

/// <summary>Makes layers that are wrong, each in one way; the names are those of the lessons.</summary>
internal static class WrongLayers
{
    public static Candidate<DropoutForwardFunction> SampledWithRate { get; } = Of("sampled-with-rate", "keeps with probability rate instead of keep_prob", 2,
        "How many elements stay at a rate of 0.3?", new() { Mask = (key, rate, length) => key.Bernoulli(rate, length) });

    public static Candidate<DropoutForwardFunction> NotRescaled { get; } = Of("not-rescaled", "does not divide the kept elements by keep_prob", 3,
        "What is a kept element of 1 at a rate of 0.3?", new() { Kept = (x, _, _) => x });

    public static Candidate<DropoutForwardFunction> DividedByRate { get; } = Of("divided-by-rate", "divides the kept elements by rate", 3,
        "What is a kept element of 1 at a rate of 0.3?", new() { Kept = (x, rate, _) => x / (float)rate });

    public static Candidate<DropoutForwardFunction> MultipliedByKeepProb { get; } = Of("multiplied-by-keep-prob", "multiplies the kept elements by keep_prob", 3,
        "What is a kept element of 1 at a rate of 0.3?", new() { Kept = (x, rate, _) => x * (float)(1 - rate) });

    public static Candidate<DropoutForwardFunction> ScaledTwice { get; } = Of("scaled-twice", "divides the kept elements by keep_prob twice", 3,
        "What is a kept element of 1 at a rate of 0.3?", new() { Kept = (x, rate, _) => x / (float)(1 - rate) / (float)(1 - rate) });

    public static Candidate<DropoutForwardFunction> DividedByRoot { get; } = Of("divided-by-root", "divides the kept elements by the square root of keep_prob", 4,
        "What is a kept element of 1 at a rate of 0.3?", new() { Kept = (x, rate, _) => x / (float)Math.Sqrt(1 - rate) });

    public static Candidate<DropoutForwardFunction> TimesOnePlusRate { get; } = Of("multiplied-by-one-plus-rate", "multiplies the kept elements by 1 + rate", 3,
        "What is a kept element of 1 at a rate of 0.3?", new() { Kept = (x, rate, _) => x * (float)(1 + rate) });

    public static Candidate<DropoutForwardFunction> ScaledAsAtOneHalf { get; } = Of("scaled-as-at-one-half", "doubles the kept elements whatever the rate", 3,
        "What is a kept element of 1 at a rate of 0.3?", new() { Kept = (x, _, _) => 2 * x });

    public static Candidate<DropoutForwardFunction> ScaledByCount { get; } = Of("scaled-by-count", "divides by the fraction that happens to be kept in the call", 3,
        "Is a kept element the same number in every call?", new() { Kept = (x, _, fraction) => x / (float)fraction });

    public static Candidate<DropoutForwardFunction> RateIgnored { get; } = Of("rate-ignored", "keeps every second element on average, whatever the rate", 2,
        "How many elements stay at a rate of 0.3?", new() { Mask = (key, _, length) => key.Bernoulli(0.5, length) });

    public static Candidate<DropoutForwardFunction> LeftInPlace { get; } = Of("dropped-left-in-place", "leaves dropped elements as they were", 1,
        "What stands where an element is dropped?", new() { Dropped = x => x });

    public static Candidate<DropoutForwardFunction> FlagIgnored { get; } = Of("flag-ignored", "drops at evaluation, too", 5,
        "What comes back at evaluation?", new() { IsEvaluation = _ => false });

    public static Candidate<DropoutForwardFunction> EvalScaled { get; } = Of("eval-scaled", "multiplies by keep_prob at evaluation", 3,
        "What comes back at evaluation?", new() { AtEvaluation = (x, rate) => Array.ConvertAll(x, value => value * (float)(1 - rate)) });

    public static Candidate<DropoutForwardFunction> FlagInverted { get; } = Of("flag-inverted", "takes the flag the wrong way round", 5,
        "What comes back at evaluation?", new() { IsEvaluation = flag => flag < 0.5 });

    public static Candidate<DropoutForwardFunction> FlagTruncated { get; } = Of("flag-truncated", "cuts the flag to a whole number, so 0.75 counts as training", 5,
        "Which values of the flag mean evaluation, and which of them did you try?", new() { IsEvaluation = flag => (int)flag != 0 });

    public static Candidate<DropoutForwardFunction> SeedIgnored { get; } = Of("seed-ignored", "uses a fixed seed, so every call drops the same elements", 6,
        "What should change with the seed?", new() { Key = _ => PrngKey.FromSeed(42).FoldIn(0) });

    public static Candidate<DropoutForwardFunction> ExactCount { get; } = Of("exact-count", "keeps a fixed number of elements; only which ones is left to chance", 12,
        "Count what is kept in calls with several seeds. Should the counts be equal?", new() { Mask = Smallest });

    public static Candidate<DropoutForwardFunction> OneCoin { get; } = Of("one-coin-for-all", "tosses one coin for all elements", 12,
        "How many elements stay at a rate of 0.3?", new() { Mask = (key, rate, length) => [.. Enumerable.Repeat(key.Bernoulli(1 - rate, 1)[0], length)] });

    public static Candidate<DropoutForwardFunction> SharedByRows { get; } = Of("mask-shared-by-rows", "uses one mask of 8 elements again and again", 12,
        "Compare element i with element i + 8. Should they always share their fate?", new() { Mask = (key, rate, length) => key.Bernoulli(1 - rate, 8) is var row ? [.. Enumerable.Range(0, length).Select(i => row[i % 8])] : [] });

    public static Candidate<DropoutForwardFunction> InPlace { get; } = Of("x-modified-in-place", "writes its output over x, which the caller still needs", 5,
        "Look at x after the call.", new() { IsInPlace = true });

    public static Candidate<DropoutForwardFunction> MultipliedByMask { get; } = Of("multiplied-by-mask", "multiplies by the mask, which makes NaN of a dropped infinity", 11,
        "Try an x with an infinity in it, dropped in some call.", new() { Dropped = x => x * 0f });

    public static Candidate<DropoutForwardFunction> RateForRate { get; } =
        new(new LayerParts { Mask = (key, rate, length) => key.Bernoulli(rate, length), Kept = (x, rate, _) => x / (float)rate }.Forward,
            new Fault("rate-for-keep-prob", "takes rate for keep_prob throughout: keeps with it and divides by it") { Lesson = 2, Hints = ["How many elements stay at a rate of 0.3?"] });

    /// <summary>Makes a layer that counts its calls; each one counts for itself.</summary>
    public static Candidate<DropoutForwardFunction> RngsShared()
    {
        uint count = 0;
        return Of("rngs-shared", "counts its calls, so that equal calls give different outputs", 6,
            "Make the very same call twice.", new() { Key = seed => PrngKey.FromSeed(seed).FoldIn(Interlocked.Increment(ref count) - 1) });
    }

    private static bool[] Smallest(PrngKey key, double rate, int length)
    {
        float[] u = key.Uniform(length);
        var kept = Enumerable.Range(0, length).OrderBy(i => u[i]).Take((int)Math.Round(length * (1 - rate))).ToHashSet();
        return [.. Enumerable.Range(0, length).Select(kept.Contains)];
    }

    private static Candidate<DropoutForwardFunction> Of(string name, string sentence, int lesson, string hint, LayerParts parts) =>
        new(parts.Forward, new Fault(name, sentence) { Lesson = lesson, Hints = [hint] });
}
