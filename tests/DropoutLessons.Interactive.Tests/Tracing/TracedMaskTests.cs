namespace DropoutLessons.Core.Tests.Tracing;

/// <summary>Checks the stand-in for a traced function: what is frozen and what is not.</summary>
public sealed class TracedMaskTests
{
    [Fact]
    public void Traces_once_for_each_length()
    {
        var traced = new TracedMask(n => key => key.Bernoulli(0.7, n));
        foreach (int length in (int[])[8, 8, 12, 8, 12])
            Assert.Equal(length, traced.Run(length, PrngKey.FromSeed(length)).Length);
        Assert.Equal(2, traced.Traces);
    }

    [Fact]
    public void A_key_made_in_the_trace_is_frozen_and_one_that_is_an_argument_is_not()
    {
        var rngs = new Rngs(0);
        var frozen = new TracedMask(n => new Rngs(0).Dropout() is var key ? _ => key.Bernoulli(0.7, n) : throw new InvalidOperationException());
        var fresh = new TracedMask(n => key => key.Bernoulli(0.7, n));
        foreach (int count in Enumerable.Range(0, 4))
        {
            Assert.Equal(PrngKey.FromSeed(0).FoldIn(0).Bernoulli(0.7, 24), frozen.Run(24));
            Assert.Equal(PrngKey.FromSeed(0).FoldIn(count).Bernoulli(0.7, 24), fresh.Run(24, rngs.Dropout()));
        }
    }

    [Fact]
    public void Refuses_to_trace_nothing() => Assert.Throws<ArgumentNullException>(() => new TracedMask(null!));
}
