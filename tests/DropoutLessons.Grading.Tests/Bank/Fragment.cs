namespace DropoutLessons.Grading.Tests;

/// <summary>Is one way of filling one slot of a style.</summary>
/// <param name="Slot">FLAG, PASS, EVAL, KEY, MASK, SCALE or DROP</param>
/// <param name="Fault">what is wrong with it; empty for a right way</param>
/// <param name="Code">C# for the slot</param>
internal sealed record Fragment(string Slot, string Fault, string Code)
{
    private const string Key = "new Rngs((long)seed).Dropout()";

    /// <summary>What stands in a slot of a right answer.</summary>
    public static IReadOnlyDictionary<string, string> Usual { get; } = new Dictionary<string, string>
    {
        ["FLAG"] = "deterministic >= 0.5",
        ["PASS"] = "rate <= 0",
        ["EVAL"] = "x",
        ["KEY"] = Key,
        ["MASK"] = "key.Bernoulli(1 - rate, x.Length)",
        ["SCALE"] = "value / (float)(1 - rate)",
        ["DROP"] = "0f",
        ["STATE"] = "static Rngs s_rngs; static PrngKey? s_key; static bool[] s_mask;",
    };

    /// <summary>Other right ways of writing a slot.</summary>
    public static IReadOnlyList<Fragment> Right { get; } =
    [
        new("SCALE", "", "value * (1f / (float)(1.0 - rate))"),
        new("SCALE", "", "(float)(value / (1 - rate))"),
        new("EVAL", "", "(float[])x.Clone()"),
        new("KEY", "", "PrngKey.FromSeed((long)Math.Truncate(seed)).FoldIn(0)"),
        new("MASK", "", "key.Uniform(x.Length).Select(u => u < (float)(1 - rate)).ToArray()"),
        new("FLAG", "", "!(deterministic < 0.5)"),
    ];

    /// <summary>Wrong ways, several for a fault where people write it differently.</summary>
    public static IReadOnlyList<Fragment> Wrong { get; } =
    [
        new("FLAG", "flag-inverted", "deterministic < 0.5"),
        new("FLAG", "flag-ignored", "false"),
        new("FLAG", "always-eval", "deterministic >= 0.5 || true"),
        new("FLAG", "flag-truthy", "Convert.ToBoolean(deterministic)"),
        new("FLAG", "flag-truncated", "(int)deterministic == 1"),
        new("FLAG", "flag-above-one-half", "Math.Round(deterministic) == 1"),
        new("PASS", "short-circuit-missing", "false"),
        new("PASS", "short-circuit-missing", "rate == 0"),
        new("PASS", "rate-1-passes-through", "rate <= 0 || rate >= 1"),
        new("PASS", "rate-truncated", "(int)rate <= 0"),
        new("PASS", "rate-rounded", "Math.Round(rate) <= 0"),
        new("PASS", "short-circuit-inverted", "rate > 0"),
        new("EVAL", "eval-scaled", "Array.ConvertAll(x, v => v * (float)(1 - rate))"),
        new("EVAL", "eval-scaled", "x.Select(v => (float)(v * (1 - rate))).ToArray()"),
        new("EVAL", "eval-divided", "Array.ConvertAll(x, v => v / (float)(1 - rate))"),
        new("EVAL", "eval-times-rate", "x.Select(v => v * (float)rate).ToArray()"),
        new("EVAL", "eval-zero", "new float[x.Length]"),
        new("KEY", "rngs-shared", "(s_rngs ??= new Rngs((long)seed)).Dropout()"),
        new("KEY", "key-reused", $"(s_key ??= {Key})"),
        new("MASK", "mask-reused", "(s_mask ??= key.Bernoulli(1 - rate, x.Length))"),
        new("KEY", "seed-key-used-directly", "PrngKey.FromSeed((long)seed)"),
        new("KEY", "second-key", "PrngKey.FromSeed((long)seed).FoldIn(1)"),
        new("KEY", "second-key", "PrngKey.FromSeed((long)seed).Split()[1]"),
        new("KEY", "third-key", "PrngKey.FromSeed((long)seed).FoldIn(2)"),
        new("KEY", "seed-rounded", "new Rngs((long)Math.Round(seed)).Dropout()"),
        new("KEY", "seed-rounded", "new Rngs(Convert.ToInt64(seed)).Dropout()"),
        new("KEY", "seed-rounded-up", "new Rngs((long)Math.Ceiling(seed)).Dropout()"),
        new("KEY", "seed-rounded-down", "new Rngs((long)Math.Floor(seed)).Dropout()"),
        new("KEY", "seed-absolute", "new Rngs((long)Math.Abs(seed)).Dropout()"),
        new("KEY", "seed-through-float32", "new Rngs((long)(float)seed).Dropout()"),
        new("KEY", "seed-plus-one", "new Rngs((long)seed + 1).Dropout()"),
        new("KEY", "seed-of-64-bits", "new Rngs(new PrngKey((uint)((long)seed >> 32), (uint)(long)seed)).Dropout()"),
        new("KEY", "seed-ignored", "new Rngs(0).Dropout()"),
        new("KEY", "seed-ignored", "new Rngs(42).Dropout()"),
        new("KEY", "seed-folded-in", "PrngKey.FromSeed(0).FoldIn((uint)(long)seed)"),
        new("KEY", "key-folded-twice", "new Rngs((long)seed).Dropout().Split()[0]"),
        new("KEY", "key-folded-twice", "new Rngs((long)seed).Fork().Dropout()"),
        new("KEY", "drawn-key-split", "new Rngs((long)seed).Dropout().Split()[1]"),
        new("KEY", "split-of-an-old-era", "PrngKey.FromSeed((long)seed).Split(2, JaxVersion.Of(\"0.4.38\", \"0.10.2\"))[0]"),
        new("KEY", "linen-key", "PrngKey.FromSeed((long)seed).FoldIn(0xBF8B4530)"),
        new("MASK", "sampled-with-rate", "key.Bernoulli(rate, x.Length)"),
        new("MASK", "sampled-with-rate", "key.Uniform(x.Length).Select(u => u < (float)rate).ToArray()"),
        new("MASK", "complement-of-rate", "key.Bernoulli(rate, x.Length).Select(isDropped => !isDropped).ToArray()"),
        new("MASK", "complement-of-rate", "key.Uniform(x.Length).Select(u => u > rate).ToArray()"),
        new("MASK", "mask-inverted", "Array.ConvertAll(key.Bernoulli(1 - rate, x.Length), isKept => !isKept)"),
        new("MASK", "below-or-equal", "key.Uniform(x.Length).Select(u => u <= 1 - rate).ToArray()"),
        new("MASK", "never-drops", "key.Uniform(x.Length).Select(u => u <= 1).ToArray()"),
        new("MASK", "drops-everything", "new bool[x.Length]"),
        new("MASK", "one-coin-for-all", "Enumerable.Repeat(key.Bernoulli(1 - rate, 1)[0], x.Length).ToArray()"),
        new("MASK", "exact-count", "key.Uniform(x.Length) is var u ? u.Select(v => u.Count(w => w < v) < (int)Math.Round(x.Length * (1 - rate))).ToArray() : null"),
        new("MASK", "rate-ignored", "key.Bernoulli(0.5, x.Length)"),
        new("MASK", "mask-of-an-old-era", "key.Bernoulli(1 - rate, x.Length, JaxVersion.Of(\"0.4.38\", \"0.10.2\"))"),
        new("MASK", "key-per-element", "Enumerable.Range(0, x.Length).Select(at => key.FoldIn(at).Bernoulli(1 - rate, 1)[0]).ToArray()"),
        new("MASK", "mask-shared-by-rows", "key.Bernoulli(1 - rate, 8) is var row ? x.Select((_, at) => row[at % 8]).ToArray() : null"),
        new("MASK", "one-coin-per-row", "key.Bernoulli(1 - rate, x.Length / 4) is var rows ? x.Select((_, at) => rows[at / 4]).ToArray() : null"),
        new("SCALE", "not-rescaled", "value"),
        new("SCALE", "divided-by-rate", "value / (float)rate"),
        new("SCALE", "divided-by-rate", "(float)(value / rate)"),
        new("SCALE", "multiplied-by-keep-prob", "value * (float)(1 - rate)"),
        new("SCALE", "multiplied-by-keep-prob", "(float)(value * (1 - rate))"),
        new("SCALE", "multiplied-by-rate", "value * (float)rate"),
        new("SCALE", "scaled-twice", "value / (float)(1 - rate) / (float)(1 - rate)"),
        new("SCALE", "scaled-twice", "(float)(value / Math.Pow(1 - rate, 2))"),
        new("SCALE", "divided-by-root", "value / (float)Math.Sqrt(1 - rate)"),
        new("SCALE", "multiplied-by-one-plus-rate", "value * (float)(1 + rate)"),
        new("SCALE", "scaled-as-at-one-half", "value * 2"),
        new("SCALE", "scaled-by-count", "value / ((float)mask.Count(isKept => isKept) / mask.Length)"),
        new("DROP", "multiplied-by-mask", "value * 0f"),
        new("DROP", "multiplied-by-mask", "value / (float)(1 - rate) * 0f"),
        new("DROP", "rate-1-divides-zero", "0f / (float)(1 - rate)"),
        new("DROP", "dropped-left-in-place", "value"),
    ];
}
