namespace DropoutLessons.Core.Tests.Dropout;

/// <summary>Checks what the exercise's layer does to its input and to its streams.</summary>
public sealed class MyDropoutTests
{
    private static readonly float[] s_x = [1, 2, 3, 4, 5, 6, 7, 8];

    [Theory]
    [InlineData(0.3, true)]
    [InlineData(0.0, false)]
    [InlineData(-1.0, false)]
    [InlineData(double.NegativeInfinity, false)]
    public void The_very_same_array_comes_back_and_no_key_is_drawn(double rate, bool deterministic)
    {
        var rngs = new Rngs(0);

        Assert.Same(s_x, new MyDropout(rate, rngs).Forward(s_x, deterministic));
        Assert.Equal(0u, rngs["dropout"].Count);
    }

    [Fact]
    public void Each_training_call_draws_the_next_key_also_for_an_empty_input()
    {
        var rngs = new Rngs(3);
        var layer = new MyDropout(0.3, rngs);

        layer.Forward([], deterministic: false);
        float[] second = layer.Forward(s_x, deterministic: false);

        Assert.Equal(2u, rngs["dropout"].Count);
        var y = new float[s_x.Length];
        InvertedDropout.Forward(PrngKey.FromSeed(3).FoldIn(1), s_x, 0.3, JaxVersion.Formula, y);
        Assert.Equal(y, second);
    }

    [Fact]
    public void The_layer_shares_the_counter_of_its_stream_because_it_does_not_fork()
    {
        var rngs = new Rngs { { "params", 0 }, { "dropout", 42 } };
        var layer = new MyDropout(0.3, rngs);

        layer.Forward(s_x, deterministic: false);

        Assert.Equal(PrngKey.FromSeed(42).FoldIn(1), rngs.Dropout());
        Assert.Equal(PrngKey.FromSeed(0).FoldIn(0), rngs.Params());
    }

    [Fact]
    public void The_span_form_and_the_form_with_a_mask_give_what_the_array_form_gives()
    {
        float[] array = new MyDropout(0.3, new Rngs(1)).Forward(s_x, deterministic: false), span = new float[s_x.Length];
        new MyDropout(0.3, new Rngs(1)).Forward(s_x, deterministic: false, span);
        float[] masked = new MyDropout(0.3, new Rngs(1)).Forward(s_x, deterministic: false, out var mask);

        Assert.Equal(array, span);
        Assert.Equal(array, masked);
        Assert.Equal(array, mask.Forward(s_x));
    }

    [Fact]
    public void The_gradient_passes_through_the_mask_of_the_forward_pass()
    {
        new MyDropout(0.3, new Rngs(1)).Forward(s_x, deterministic: false, out var mask);
        bool[] kept = mask.Kept.ToArray();

        Assert.Equal(kept.Select(isKept => isKept ? 1f / 0.7f : 0f), mask.Backward([1, 1, 1, 1, 1, 1, 1, 1]));
    }

    [Fact]
    public void At_rate_1_the_gradient_is_NaN_here_and_zero_in_the_library_layer()
    {
        new MyDropout(1.0, new Rngs(1)).Forward(s_x, deterministic: false, out var exercise);
        new NnxDropout(1.0, rngs: new Rngs(1)).Forward(s_x, out var library, deterministic: false);

        Assert.All(exercise.Backward(s_x), gradient => Assert.True(float.IsNaN(gradient)));
        Assert.All(library.Backward(s_x), gradient => Assert.Equal(0f, gradient));
    }

    [Fact]
    public void Without_an_Rngs_the_constructor_says_what_to_pass() =>
        Assert.Contains("new Rngs(0)", Assert.Throws<ArgumentNullException>(() => new MyDropout(0.3, null!)).Message, StringComparison.Ordinal);
}
