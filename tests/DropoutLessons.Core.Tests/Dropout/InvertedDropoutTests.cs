using CsCheck;

namespace DropoutLessons.Core.Tests.Dropout;

/// <summary>Checks the formula on ordinary and on odd numbers.</summary>
public sealed class InvertedDropoutTests
{
    private static readonly PrngKey s_key = PrngKey.FromSeed(7).FoldIn(0);

    [Fact]
    public void Forward_keeps_where_the_mask_says_and_divides_by_keep_prob() =>
        Gen.Select(Gen.Long, Gen.Float[-1e6f, 1e6f].Array[0, 200], Gen.Double[0.01, 0.99]).Sample((seed, x, rate) =>
        {
            var key = PrngKey.FromSeed(seed).FoldIn(0);
            bool[] kept = key.Bernoulli(1 - rate, x.Length);
            float keepProb = (float)(1 - rate);
            return Reference.DropoutForward((uint)seed, x, rate, 0)
                .SequenceEqual(x.Select((value, i) => kept[i] && float.IsNormal(value) ? value / keepProb : 0f));
        });

    [Fact]
    public void Masks_do_not_depend_on_the_scale_step() =>
        Gen.Select(Gen.UInt, Gen.Double[0.01, 0.99], Gen.Int[2, 100]).Sample((seed, rate, n) =>
        {
            float[] x = [.. Enumerable.Repeat(1f, n)], divided = Reference.DropoutForward(seed, x, rate, 0), multiplied = Reference.DropoutForward(seed, x, rate, 0, JaxVersion.Newest);
            return divided.Zip(multiplied).All(pair => pair.First == 0 == (pair.Second == 0));
        });

    [Fact]
    public void A_reshaped_input_gets_the_same_mask_because_counters_are_row_major()
    {
        var flat = DropoutMask.Draw(s_key, 0.3, [24], [], JaxVersion.Formula);
        var cube = DropoutMask.Draw(s_key, 0.3, [2, 3, 4], [], JaxVersion.Formula);

        Assert.Equal(flat.Kept.ToArray(), cube.Kept.ToArray());
    }

    [Fact]
    public void Subnormals_count_as_zero_of_their_sign_before_and_after_the_division()
    {
        float[] x = [float.Epsilon, -float.Epsilon, BitConverter.Int32BitsToSingle(0x007FFFFF), 1.17549435e-38f], y = new float[4];

        InvertedDropout.Scale(x, 0.3, JaxVersion.Formula, y);

        Assert.Equal([0x00000000, unchecked((int)0x80000000), 0x00000000, BitConverter.SingleToInt32Bits(1.17549435e-38f / 0.7f)], y.Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void A_dropped_element_is_positive_zero_and_a_kept_one_stays_what_it_is()
    {
        float[] odd = [-0f, float.NaN, float.PositiveInfinity, float.NegativeInfinity], y = new float[4];

        InvertedDropout.Apply(odd, [false, false, false, false], 0.3, JaxVersion.Formula, y);
        Assert.All(y, value => Assert.Equal(0, BitConverter.SingleToInt32Bits(value)));

        InvertedDropout.Apply(odd, [true, true, true, true], 0.3, JaxVersion.Formula, y);
        Assert.True(float.IsNegative(y[0]) && y[0] == 0);
        Assert.True(float.IsNaN(y[1]));
        Assert.Equal([float.PositiveInfinity, float.NegativeInfinity], y[2..]);
    }

    [Fact]
    public void A_single_element_is_divided_also_where_arrays_are_multiplied_by_the_reciprocal()
    {
        float[] x = [11f], one = new float[1], jitted = new float[1], two = new float[2];

        InvertedDropout.Scale(x, 0.1, JaxVersion.Newest, one);
        InvertedDropout.Scale(x, 0.1, JaxVersion.Newest.Jitted(), jitted);
        InvertedDropout.Scale([11f, 11f], 0.1, JaxVersion.Newest, two);

        Assert.Equal(11f / 0.9f, one[0]);
        Assert.Equal(11f * (1f / 0.9f), two[0]);
        Assert.Equal(two[0], jitted[0]);
        Assert.NotEqual(one[0], two[0]);
    }

    [Fact]
    public void Forward_may_write_over_its_input()
    {
        float[] x = [.. Enumerable.Range(1, 50).Select(i => (float)i)], apart = new float[50];
        InvertedDropout.Forward(s_key, x, 0.4, JaxVersion.Formula, apart);

        InvertedDropout.Forward(s_key, x, 0.4, JaxVersion.Formula, x);

        Assert.Equal(apart, x);
    }

    [Fact]
    public void Forward_names_both_lengths_when_they_differ()
    {
        var e = Assert.Throws<ArgumentException>(() => InvertedDropout.Forward(s_key, new float[3], 0.3, JaxVersion.Formula, new float[2]));

        Assert.StartsWith("destination has 2 elements and x has 3: they must be equally long.", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(2.0)]
    [InlineData(double.NaN)]
    public void Nothing_is_kept_at_rate_1_and_above_and_for_NaN(double rate)
    {
        float[] y = [9, 9, 9];

        InvertedDropout.Forward(s_key, [1, 2, 3], rate, JaxVersion.Formula, y);

        Assert.Equal([0, 0, 0], y);
    }
}
