namespace DropoutLessons.Grading;

/// <summary>Computes the key of a call.</summary>
/// <param name="seed">the seed argument</param>
/// <param name="count">number of keys drawn before; 0 unless an Rngs outlives its call</param>
internal delegate PrngKey KeyStep(double seed, uint count);

/// <summary>Lists where people take their key from.</summary>
internal static class KeyChoices
{
    private const uint LinenDropoutPath = 0xBF8B4530;
    private static readonly JaxVersion s_oldEra = JaxVersion.Of("0.4.38", "0.10.2");
    private static readonly string[] s_seedHints = ["The seed is a number; which whole number is it?", "Cut the fraction off: (long)seed."];
    private static readonly string[] s_keyHints = ["Which key does new Rngs(seed).Dropout() hand out first, and do you use that one?", "One Rngs from the seed, one call of Dropout(), and that key for the mask."];
    private static readonly Fault s_seedIgnored = new("seed-ignored", "used a fixed seed, so the argument seed does not matter") { Lesson = 6, Hints = s_keyHints };

    public static Choice<KeyStep>[] All { get; } =
    [
        Choice<KeyStep>.Right((seed, count) => Base(Truncate(seed)).FoldIn(count)),
        (Key("seed-key-used-directly", "drew with the seed's own key instead of a fresh key from Rngs"), (seed, _) => Base(Truncate(seed))),
        (Key("second-key", "used the stream's second key where the first is wanted"), (seed, count) => Base(Truncate(seed)).FoldIn(unchecked(count + 1))),
        (Key("third-key", "used the stream's third key where the first is wanted"), (seed, count) => Base(Truncate(seed)).FoldIn(unchecked(count + 2))),
        (Seed("seed-rounded", "rounded the seed; it is truncated toward zero"), (seed, count) => Base((long)Math.Round(seed)).FoldIn(count)),
        (Seed("seed-rounded-up", "rounded the seed up; it is truncated toward zero"), (seed, count) => Base((long)Math.Ceiling(seed)).FoldIn(count)),
        (Seed("seed-rounded-down", "rounded the seed down; it is truncated toward zero, which differs below 0"), (seed, count) => Base((long)Math.Floor(seed)).FoldIn(count)),
        (Seed("seed-absolute", "dropped the seed's sign"), (seed, count) => Base(Math.Abs(Truncate(seed))).FoldIn(count)),
        (Seed("seed-through-float32", "passed the seed through a float, which holds whole numbers up to 2^24 only") with { Lesson = 10 }, (seed, count) => Base((long)(float)seed).FoldIn(count)),
        (Seed("seed-plus-one", "added 1 to the seed"), (seed, count) => Base(Truncate(seed) + 1).FoldIn(count)),
        (Seed("seed-of-64-bits", "made the key as JAX does with x64 on, where a negative seed fills both words; the exercise's is (0, seed mod 2^32)") with { Lesson = 10 },
            (seed, count) => new PrngKey((uint)(Truncate(seed) >> 32), (uint)Truncate(seed)).FoldIn(count)),
        (s_seedIgnored, (_, count) => Base(0).FoldIn(count)),
        (s_seedIgnored, (_, count) => Base(1).FoldIn(count)),
        (s_seedIgnored, (_, count) => Base(42).FoldIn(count)),
        (Key("seed-folded-in", "folded the seed into a fixed key; the seed itself makes the base key"), (seed, _) => Base(0).FoldIn(unchecked((uint)Truncate(seed)))),
        (Key("key-folded-twice", "folded or split the drawn key once more, as the library's nnx.Dropout does by forking its stream") with { Lesson = 7 },
            (seed, count) => Base(Truncate(seed)).FoldIn(count).FoldIn(0)),
        (Key("drawn-key-split", "split the drawn key and used the second half; the drawn key itself is fresh already"), (seed, count) => Base(Truncate(seed)).FoldIn(count).FoldIn(1)),
        (Key("split-of-an-old-era", "split the seed's key as JAX before 0.5.0 did; Rngs folds a counter in"), (seed, _) => Base(Truncate(seed)).Split(2, s_oldEra)[0]),
        (Key("split-of-an-old-era", "split the seed's key as JAX before 0.5.0 did; Rngs folds a counter in"), (seed, _) => Base(Truncate(seed)).Split(2, s_oldEra)[1]),
        (Key("linen-key", "drew the key as Flax Linen does, by the module's path; nnx folds a counter in") with { Lesson = 8 }, (seed, _) => Base(Truncate(seed)).FoldIn(LinenDropoutPath)),
    ];

    private static PrngKey Base(long seed) => PrngKey.FromSeed(seed);

    private static long Truncate(double seed) => (long)seed;

    private static Fault Key(string name, string sentence) => new(name, sentence) { Lesson = 6, Hints = s_keyHints };

    private static Fault Seed(string name, string sentence) => new(name, sentence) { Lesson = 6, Hints = s_seedHints };
}
