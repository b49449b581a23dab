using CsCheck;

namespace DropoutLessons.Core.Tests.Random;

/// <summary>Checks what holds for every key, whatever its bits.</summary>
public sealed class PrngKeyPropertyTests
{
    private static readonly Gen<PrngKey> s_key = Gen.Select(Gen.UInt, Gen.UInt, (hi, lo) => new PrngKey(hi, lo));
    private static readonly Gen<JaxVersion> s_version = Gen.Bool.Select(isPartitionable => JaxVersion.Formula with { IsPartitionable = isPartitionable });
    private static readonly JaxVersion s_paired = JaxVersion.Formula with { IsPartitionable = false };

    [Fact]
    public void Partitionable_bits_of_a_short_array_are_the_start_of_a_long_one() =>
        Gen.Select(s_key, Gen.Int[0, 200], Gen.Int[0, 200]).Sample((key, shorter, more) =>
            key.Bits(shorter).SequenceEqual(key.Bits(shorter + more).Take(shorter)));

    [Fact]
    public void Original_bits_of_a_short_array_are_not_the_start_of_a_long_one() =>
        s_key.Sample(key => !key.Bits(4, s_paired).SequenceEqual(key.Bits(8, s_paired).Take(4)));

    [Fact]
    public void Split_gives_the_keys_of_fold_in() =>
        Gen.Select(s_key, Gen.Int[0, 50]).Sample((key, count) =>
            key.Split(count).SequenceEqual(Enumerable.Range(0, count).Select(i => key.FoldIn(i))));

    [Fact]
    public void Bits_of_an_element_are_the_two_words_of_its_counter_xored() =>
        Gen.Select(s_key, Gen.Int[0, 300]).Sample((key, i) =>
        {
            (uint x0, uint x1) = Threefry2x32.Hash(key, 0, (uint)i);
            return key.Bits(i + 1)[i] == (x0 ^ x1);
        });

    [Fact]
    public void A_mask_of_a_lower_rate_keeps_all_that_a_higher_rate_keeps() =>
        Gen.Select(s_key, s_version, Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[0, 300]).Sample((key, version, p, q, n) =>
            key.Bernoulli(Math.Min(p, q), n, version).Zip(key.Bernoulli(Math.Max(p, q), n, version)).All(pair => !pair.First || pair.Second));

    [Fact]
    public void A_coin_shows_true_exactly_where_its_uniform_is_below_p() =>
        Gen.Select(s_key, s_version, Gen.Double[-0.5, 1.5], Gen.Int[0, 200]).Sample((key, version, p, n) =>
            key.Bernoulli(p, n, version).SequenceEqual(key.Uniform(n, version).Select(u => u < (float)p)));

    [Fact]
    public void A_uniform_that_equals_p_shows_false_and_the_next_float_above_it_true() =>
        Gen.Select(s_key, s_version, Gen.Int[0, 20]).Sample((key, version, i) =>
        {
            float u = key.Uniform(21, version)[i];
            return !key.Bernoulli(u, 21, version)[i] && key.Bernoulli(MathF.BitIncrement(u), 21, version)[i];
        });

    [Fact]
    public void Seeds_equal_modulo_2_to_the_32_give_one_key() =>
        Gen.Select(Gen.UInt, Gen.Int).Sample((low, high) => PrngKey.FromSeed(((long)high << 32) | low) == PrngKey.FromSeed(low));

    [Theory]
    [InlineData(-1)]
    [InlineData(4294967296)]
    public void FoldIn_refuses_what_does_not_fit_32_bits(long data)
    {
        var e = Assert.Throws<OverflowException>(() => PrngKey.FromSeed(0).FoldIn(data));

        Assert.Equal($"fold_in data {data} is outside [0, 4294967295]: it must fit 32 unsigned bits.", e.Message);
    }

    [Theory]
    [InlineData(9007199254740993)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void FromSeed_keeps_every_low_bit_of_a_seed_beyond_2_to_the_53(long seed) =>
        Assert.Equal(new(0, unchecked((uint)seed)), PrngKey.FromSeed(seed));

    [Fact]
    public void Counts_below_zero_are_refused_and_zero_gives_nothing()
    {
        var key = PrngKey.FromSeed(0);

        Assert.Empty(key.Bits(0));
        Assert.Empty(key.Split(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => key.Bits(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => key.Uniform(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => key.Bernoulli(0.5, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => key.Split(-1));
    }
}
