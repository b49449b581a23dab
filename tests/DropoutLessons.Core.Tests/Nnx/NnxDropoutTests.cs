namespace DropoutLessons.Core.Tests.Nnx;

/// <summary>Checks the rules of the library's layer.</summary>
public sealed class NnxDropoutTests
{
    private static readonly float[] s_x = [1, 2, 3, 4, 5, 6];

    [Fact]
    public void The_layer_forks_its_stream_at_construction_since_flax_0_11()
    {
        var rngs = new Rngs(4);
        float[] forked = new NnxDropout(0.5, rngs: rngs, version: JaxVersion.Of("0.10.0", "0.12.7")).Forward(s_x, deterministic: false);
        float[] shared = new NnxDropout(0.5, rngs: new Rngs(4), version: JaxVersion.Of("0.10.0", "0.10.7")).Forward(s_x, deterministic: false);

        Assert.Equal(1u, rngs["dropout"].Count);
        Assert.Equal(DropoutMask.Draw(PrngKey.FromSeed(4).FoldIn(0).FoldIn(0), 0.5, [6], [], JaxVersion.Formula).Forward(s_x), forked);
        Assert.Equal(DropoutMask.Draw(PrngKey.FromSeed(4).FoldIn(0), 0.5, [6], [], JaxVersion.Formula).Forward(s_x), shared);
    }

    [Fact]
    public void The_flag_of_the_call_wins_over_the_switch_and_without_either_an_error_says_so()
    {
        var layer = new NnxDropout(0.5, deterministic: null, rngs: new Rngs(0));
        Assert.Throws<ArgumentException>(() => layer.Forward(s_x));

        layer.Eval();
        Assert.Same(s_x, layer.Forward(s_x));
        Assert.NotSame(s_x, layer.Forward(s_x, deterministic: false));
        layer.Train();
        Assert.NotSame(s_x, layer.Forward(s_x));
    }

    [Fact]
    public void A_bare_key_at_the_call_is_used_as_it_is_and_repeats()
    {
        var layer = new NnxDropout(0.5, deterministic: false);

        Assert.Equal(layer.Forward(s_x, rngs: PrngKey.FromSeed(9)), layer.Forward(s_x, rngs: PrngKey.FromSeed(9)));
    }

    [Fact]
    public void Training_without_streams_is_an_error_but_not_at_rate_0_or_1()
    {
        Assert.Throws<ArgumentException>(() => new NnxDropout(0.5).Forward(s_x, deterministic: false));
        Assert.Same(s_x, new NnxDropout(0).Forward(s_x, deterministic: false));
        Assert.Equal(new float[6], new NnxDropout(1).Forward(s_x, deterministic: false));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void Along_a_broadcast_dimension_one_coin_counts_for_all(int dimension)
    {
        float[] ones = [1, 1, 1, 1, 1, 1];
        float[] y = new NnxDropout(0.5, broadcastDims: [dimension], rngs: new Rngs(3)).Forward(ones, deterministic: false, shape: [2, 3]);

        Assert.Equal(y[..3], y[3..]);
    }

    [Fact]
    public void A_broadcast_dimension_the_shape_does_not_have_is_named()
    {
        var layer = new NnxDropout(0.5, broadcastDims: [2], rngs: new Rngs(3));

        Assert.Contains("[-2, 2)", Assert.Throws<ArgumentOutOfRangeException>(() => layer.Forward(s_x, deterministic: false, shape: [2, 3])).Message, StringComparison.Ordinal);
    }
}
