namespace DropoutLessons.Core.Tests.Linen;

/// <summary>Checks how Linen threads keys: paths, counters, the fallback and the forgotten rngs.</summary>
public sealed class LinenTests
{
    private static readonly float[] s_x = [1, 2, 3, 4, 5, 6, 7, 8];

    [Fact]
    public void Forgotten_rngs_are_an_error_in_the_words_of_Flax()
    {
        var e = Assert.Throws<InvalidRngException>(() => new Two().Apply(s_x));

        Assert.Equal("MyDropout_0 needs PRNG for \"dropout\" (https://flax.readthedocs.io/en/latest/api_reference/flax.errors.html#flax.errors.InvalidRngError)", e.Message);
        Assert.StartsWith("None needs PRNG", Assert.Throws<InvalidRngException>(() => new LinenMyDropout(0.3).Apply(s_x)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bare_key_feeds_dropout_without_a_word()
    {
        var key = PrngKey.FromSeed(3);

        Assert.Equal(new LinenMyDropout(0.3).Apply(s_x, new LinenRngs { { "params", key } }), new LinenMyDropout(0.3).Apply(s_x, key));
    }

    [Fact]
    public void Apply_is_pure_and_two_layers_of_one_call_draw_different_keys()
    {
        LinenRngs rngs = new() { { "dropout", PrngKey.FromSeed(3) } };
        float[] ones = [.. Enumerable.Repeat(1f, 64)];

        Assert.Equal(new Two().Apply(ones, rngs), new Two().Apply(ones, rngs));
        Assert.NotEqual(new LinenMyDropout(0.3).Apply(ones, rngs), new Two().Apply(ones, rngs));
    }

    [Fact]
    public void The_path_hash_folds_the_first_draw_as_count_1()
    {
        // SHA-1("Dropout_0" 0x01) computed with sha1sum.
        Assert.Equal(0xA1A37726u, LinenScope.PathHash(["Dropout_0"], 1, hasSeparator: false));
    }

    [Fact]
    public void Only_the_separator_tells_ab_c_from_a_bc()
    {
        Assert.Equal(LinenScope.PathHash(["ab", "c"], 1, false), LinenScope.PathHash(["a", "bc"], 1, false));
        Assert.NotEqual(LinenScope.PathHash(["ab", "c"], 1, true), LinenScope.PathHash(["a", "bc"], 1, true));
    }

    [Fact]
    public void Deterministic_must_be_given_exactly_once()
    {
        Assert.Contains("must be passed", Assert.Throws<ArgumentException>(() => new LinenDropout(0.5).Apply(s_x)).Message, StringComparison.Ordinal);
        Assert.Contains("just once", Assert.Throws<ArgumentException>(() => new LinenDropout(0.5, deterministic: true).Apply(s_x, deterministic: true)).Message, StringComparison.Ordinal);
        Assert.Same(s_x, new LinenDropout(0.5).Apply(s_x, deterministic: true));
    }

    private sealed class Two : LinenModule
    {
        protected internal override float[] Call(LinenScope scope, float[] x) => scope.Call(new LinenMyDropout(0.3), scope.Call(new LinenMyDropout(0.3), x));
    }
}
