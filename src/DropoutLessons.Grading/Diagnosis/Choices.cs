namespace DropoutLessons.Grading;

internal delegate PrngKey KeyStep(double seed);
internal delegate bool[] MaskStep(PrngKey key, double rate, int length);
internal delegate float ScaleStepChoice(float x, double rate);
internal delegate float DropStep(float scaled);
internal delegate float EvalStep(float x, double rate);
internal delegate bool FlagStep(double deterministic);

/// <summary>Lists, step by step, how dropout is done and how people get it wrong.</summary>
/// <remarks>Each list starts with JAX's own way. The faults are those met in public learner code.</remarks>
internal static class Choices
{
    public static readonly Choice<KeyStep>[] Key =
    [
        Choice<KeyStep>.Right(seed => new Rngs((long)seed).Dropout()),
        new("seed-key-used-directly", "drew with the seed's own key instead of a fresh key from Rngs", seed => PrngKey.FromSeed((long)seed)),
        new("second-key", "drew two keys from the stream and used the second", seed => SecondKey(new Rngs((long)seed))),
        new("seed-rounded", "rounded the seed; it is truncated toward zero", seed => new Rngs((long)Math.Round(seed)).Dropout()),
    ];

    public static readonly Choice<MaskStep>[] Mask =
    [
        Choice<MaskStep>.Right((key, rate, length) => key.Bernoulli(1 - rate, length)),
        new("sampled-with-rate", "sampled the mask with rate instead of keep_prob = 1 - rate", (key, rate, length) => key.Bernoulli(rate, length)),
        new("mask-inverted", "kept what the mask drops and dropped what it keeps", (key, rate, length) => Not(key.Bernoulli(1 - rate, length))),
        new("complement-of-rate", "kept where a draw with rate failed: the right probability, but other elements than JAX keeps", (key, rate, length) => Not(key.Bernoulli(rate, length))),
        new("never-drops", "dropped nothing in training", (_, _, length) => Enumerable.Repeat(true, length).ToArray()),
    ];

    public static readonly Choice<ScaleStepChoice>[] Scale =
    [
        Choice<ScaleStepChoice>.Right((x, rate) => x / (float)(1 - rate)),
        new("scaled-by-reciprocal", "multiplied by 1 / keep_prob", (x, rate) => x * (1f / (float)(1 - rate)), IsAccepted: true),
        new("scaled-in-double", "divided in double and rounded afterwards", (x, rate) => (float)(x / (1 - rate)), IsAccepted: true),
        new("not-rescaled", "did not divide the kept elements by keep_prob, so the expected output is smaller than the input", (x, _) => x),
        new("divided-by-rate", "divided the kept elements by rate instead of keep_prob", (x, rate) => x / (float)rate),
        new("multiplied-by-keep-prob", "multiplied the kept elements by keep_prob instead of dividing", (x, rate) => x * (float)(1 - rate)),
    ];

    public static readonly Choice<DropStep>[] Drop =
    [
        Choice<DropStep>.Right(_ => 0f),
        new("multiplied-by-mask", "multiplied by the mask, which leaves -0 where a negative element is dropped", scaled => scaled * 0f, IsAccepted: true),
    ];

    public static readonly Choice<EvalStep>[] Eval =
    [
        Choice<EvalStep>.Right((x, _) => x),
        new("eval-scaled", "scaled the output by keep_prob at evaluation, where inverted dropout does nothing", (x, rate) => x * (float)(1 - rate)),
        new("eval-divided", "divided the output by keep_prob at evaluation, where inverted dropout does nothing", (x, rate) => x / (float)(1 - rate)),
        new("eval-zero", "returned zeros at evaluation, where x comes back unchanged", (_, _) => 0f),
    ];

    public static readonly Choice<FlagStep>[] Flag =
    [
        Choice<FlagStep>.Right(deterministic => deterministic >= 0.5),
        new("flag-inverted", "took deterministic the wrong way round: it drops at evaluation and leaves training alone", deterministic => deterministic < 0.5),
        new("flag-ignored", "ignored deterministic, so it drops at evaluation too", _ => false),
        new("always-eval", "never dropped anything, as if deterministic were always on", _ => true),
        new("flag-truthy", "took every deterministic but 0 for evaluation; the flag means evaluation from 0.5 on", deterministic => deterministic != 0),
        new("flag-truncated", "cut deterministic to a whole number, so 0.75 counts as training; the flag means evaluation from 0.5 on", deterministic => (int)deterministic != 0),
    ];

    private static PrngKey SecondKey(Rngs rngs)
    {
        rngs.Dropout();
        return rngs.Dropout();
    }

    private static bool[] Not(bool[] mask) => Array.ConvertAll(mask, kept => !kept);
}
