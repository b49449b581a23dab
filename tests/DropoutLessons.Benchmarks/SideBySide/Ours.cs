namespace DropoutLessons.Benchmarks.SideBySide;

/// <summary>Lists the kit's own calls and the copy they are compared with.</summary>
internal static class Ours
{
    public const string Copy = "copy";
    public const string Forward = "forward, 1 thread";
    public const string ForwardTwo = "forward, 2 threads";
    public const string Multiplied = "forward by reciprocal";
    public const string WithMask = "forward with mask";
    public const string Backward = "backward";
    public const string Bernoulli = "Bernoulli";
    public const string Uniform = "Uniform";
    public const string Original = "forward, JAX before 0.5.0";
    public const string Layer = "MyDropout.Forward";

    public const double Rate = 0.3;

    private static readonly PrngKey s_key = PrngKey.FromSeed(2026).FoldIn(1);

    public static IEnumerable<Contender> Of(float[] x, float[] y)
    {
        var coins = new bool[x.Length];
        var mask = new byte[(x.Length + 7) / 8];
        var layer = new MyDropout(Rate, new Rngs(0));
        var original = JaxVersion.FromText("jax 0.4.38, flax 0.10.2");
        yield return new(Copy, () => x.AsSpan().CopyTo(y));
        yield return new(Forward, () => InvertedDropout.Forward(s_key, x, Rate, JaxVersion.Formula, y, threads: 1));
        yield return new(ForwardTwo, () => InvertedDropout.Forward(s_key, x, Rate, JaxVersion.Formula, y, threads: 2));
        yield return new(Multiplied, () => InvertedDropout.Forward(s_key, x, Rate, JaxVersion.Newest, y, threads: 1));
        yield return new(WithMask, () => InvertedDropout.Forward(s_key, x, Rate, JaxVersion.Formula, y, mask, threads: 1));
        yield return new(Backward, () => InvertedDropout.Backward(x, mask, Rate, JaxVersion.Formula, y, threads: 1));
        yield return new(Bernoulli, () => s_key.Bernoulli(1 - Rate, coins, threads: 1));
        yield return new(Uniform, () => s_key.Uniform(y, threads: 1));
        yield return new(Original, () => InvertedDropout.Forward(s_key, x, Rate, original, y, threads: 1));
        yield return new(Layer, () => layer.Forward(x, deterministic: false, y));
    }
}
