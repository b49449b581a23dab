namespace DropoutLessons.Grading;

/// <summary>Lists layers that are right; all but the first differ from JAX's in something the clinic does not ask for.</summary>
internal static class RightLayers
{
    public static Candidate<DropoutForwardFunction> Plain { get; } = Of("like-jax", "does what JAX does, bit for bit", new());

    public static Candidate<DropoutForwardFunction> Reciprocal { get; } =
        Of("last-bit", "multiplies by 1 / keep_prob, which rounds once more", new() { Kept = (x, rate, _) => x * (1f / (float)(1 - rate)) });

    public static Candidate<DropoutForwardFunction> InDouble { get; } =
        Of("rounded-in-double", "divides in double and rounds afterwards", new() { Kept = (x, rate, _) => (float)(x / (1 - rate)) });

    public static Candidate<DropoutForwardFunction> OtherEnd { get; } =
        Of("other-random-numbers", "keeps where the number is at or above rate: as many elements, but others", new() { Mask = (key, rate, length) => Array.ConvertAll(key.Uniform(length), u => u >= (float)rate) });

    public static Candidate<DropoutForwardFunction> OwnKey { get; } =
        Of("other-key", "draws with the seed's own key, so it keeps other elements", new() { Key = PrngKey.FromSeed });

    public static Candidate<DropoutForwardFunction> SplitKey { get; } =
        Of("split-key", "splits the seed's key, so it keeps other elements", new() { Key = seed => PrngKey.FromSeed(seed).Split(2)[1] });

    public static Candidate<DropoutForwardFunction> Copying { get; } =
        Of("copy-at-evaluation", "returns a copy of x at evaluation: the same numbers in another array", new() { AtEvaluation = (x, _) => [.. x] });

    private static Candidate<DropoutForwardFunction> Of(string name, string sentence, LayerParts parts) => new(parts.Forward) { Variation = new(name, sentence) };
}
