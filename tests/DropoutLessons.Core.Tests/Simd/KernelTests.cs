using CsCheck;
using DropoutLessons.Simd;

namespace DropoutLessons.Core.Tests.Simd;

/// <summary>Checks that registers of every width give the bits that one element after the other gives.</summary>
/// <remarks>
/// Each sample draws a length in [0, 5000], places of the arrays in memory, a rate and its edges, ordinary and special floats, the layout of counters and the
/// scale step. Lengths around the sizes of blocks and every offset modulo 64 are gone through one by one.
/// </remarks>
public sealed unsafe class KernelTests
{
    private static readonly float[] s_special =
    [
        0f, -0f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.MinValue, float.Epsilon, -float.Epsilon,
        1.17549435e-38f, -1.17549435e-38f, BitConverter.Int32BitsToSingle(0x007FFFFF), BitConverter.UInt32BitsToSingle(0x807FFFFF), BitConverter.UInt32BitsToSingle(0xFFC12345),
    ];

    private static readonly double[] s_edges = [0.1, 0.5, 0.9, 1e-9, 1 - 1e-8, 1.0, 1.5, -0.5, double.NaN, double.NegativeInfinity];

    private static readonly Gen<float> s_float = Gen.Frequency((4, Gen.Float[-10f, 10f]), (2, Gen.UInt.Select(BitConverter.UInt32BitsToSingle)), (1, Gen.Int[0, s_special.Length - 1].Select(i => s_special[i])));
    private static readonly Gen<double> s_rate = Gen.Frequency((4, Gen.Double[0.0, 1.0]), (1, Gen.Int[0, s_edges.Length - 1].Select(i => s_edges[i])));
    private static readonly Gen<PrngKey> s_key = Gen.Select(Gen.UInt, Gen.UInt, (hi, lo) => new PrngKey(hi, lo));
    private static readonly Gen<(PrngKey Key, bool IsPartitionable, double Rate, bool IsMultiplied, float[] X, int Offset)> s_case =
        Gen.Select(s_key, Gen.Bool, s_rate, Gen.Bool, s_float.Array[0, 5000], Gen.Int[0, 63]);

    public static TheoryData<int> Widths => [.. EveryWidth.Here];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Words_coins_and_uniforms_are_those_of_one_element_after_the_other(int bits) =>
        s_case.Sample((key, isPartitionable, rate, _, x, offset) => Draws(bits, key, isPartitionable, 1.0 - rate, x.Length, offset), iter: 150);

    [Theory]
    [MemberData(nameof(Widths))]
    public void Forward_with_and_without_a_mask_and_backward_are_those_of_one_element_after_the_other(int bits) =>
        s_case.Sample((key, isPartitionable, rate, isMultiplied, x, offset) => Passes(bits, key, isPartitionable, rate, isMultiplied, x, offset), iter: 150);

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_length_up_to_two_blocks_and_every_offset_modulo_64_is_right(int bits)
    {
        var key = new PrngKey(7, 11);
        for (int n = 0; n <= 200; n++)
        {
            float[] x = [.. Enumerable.Range(0, n).Select(i => s_special[i % 13] + (i * 0.37f))];
            Assert.True(Draws(bits, key, isPartitionable: n % 2 == 0, 0.7, n, offset: n % 64), $"draws at {n}");
            Assert.True(Passes(bits, key, isPartitionable: n % 3 != 0, 0.3, isMultiplied: n % 5 == 0, x, offset: n % 64), $"passes at {n}");
        }
    }

    private static bool Draws(int bits, PrngKey key, bool isPartitionable, double keepProb, int count, int offset)
    {
        uint[] expected = Plain.Words(key, isPartitionable, count);
        var words = new uint[count + offset];
        var uniforms = new float[count + offset];
        var coins = new bool[count + offset];
        bool isAny = BernoulliThreshold.TryFind(keepProb, out uint limit);
        fixed (uint* word = words)
        fixed (float* uniform = uniforms)
        fixed (bool* coin = coins)
        {
            EveryWidth.Run(bits, new RandomWords<WordsSink>(key, isPartitionable, count, new(word + offset)));
            EveryWidth.Run(bits, new RandomWords<UniformSink>(key, isPartitionable, count, new(uniform + offset), threads: 2));
            if (isAny)
                EveryWidth.Run(bits, new RandomWords<CoinsSink>(key, isPartitionable, count, new(limit, coin + offset)));
        }
        return words.AsSpan(offset).SequenceEqual(expected) && words.AsSpan(0, offset).IndexOfAnyExcept(0u) < 0
            && uniforms.AsSpan(offset).SequenceEqual([.. expected.Select(word => (word >> 9) * (1f / (1 << 23)))])
            && coins.AsSpan(offset).SequenceEqual(Plain.Mask(expected, keepProb));
    }

    private static bool Passes(int bits, PrngKey key, bool isPartitionable, double rate, bool isMultiplied, float[] x, int offset) =>
        ScaleStep.Of(rate, JaxVersion.Formula with { IsJitted = isMultiplied }, x.Length).IsMultiplied
            ? Passes<Multiplication>(bits, key, isPartitionable, rate, isMultiplied, x, offset)
            : Passes<Division>(bits, key, isPartitionable, rate, isMultiplied, x, offset);

    private static bool Passes<TScale>(int bits, PrngKey key, bool isPartitionable, double rate, bool isMultiplied, float[] x, int offset)
        where TScale : struct, IScale
    {
        bool[] mask = Plain.Mask(Plain.Words(key, isPartitionable, x.Length), 1.0 - rate);
        uint[] expected = Plain.Patterns(Plain.Forward(x, mask, rate, isMultiplied)), gradient = Plain.Patterns(Plain.Backward(x, mask, rate, isMultiplied));
        var version = JaxVersion.Formula with { IsJitted = isMultiplied };
        var scale = ScaleStep.Of(rate, version, x.Length);
        // Where nothing or everything is kept, no random word is made: the callers of the kernels see to that.
        if (!BernoulliThreshold.TryFind(1.0 - rate, out uint limit) || limit == uint.MaxValue)
            return Plain.Patterns(Called(key, x, rate, version with { IsPartitionable = isPartitionable })).SequenceEqual(expected);

        float[] source = [.. new float[offset], .. x], alone = new float[source.Length], masked = new float[source.Length], back = new float[source.Length];
        var packed = new byte[(x.Length + 7) / 8];
        Array.Fill(packed, (byte)0xAA);
        fixed (float* from = source, to = alone, toMasked = masked, toBack = back)
        fixed (byte* bit = packed)
        {
            EveryWidth.Run(bits, new RandomWords<ForwardSink<TScale>>(key, isPartitionable, x.Length, new(from + offset, limit, scale, to + offset), threads: 2));
            EveryWidth.Run(bits, new RandomWords<MaskedForwardSink<TScale>>(key, isPartitionable, x.Length, new(from + offset, limit, scale, toMasked + offset, bit), threads: 3));
            EveryWidth.Run(bits, new MaskedScale(from + offset, bit, scale, toBack + offset, x.Length, threads: 2));
        }
        return Plain.Patterns(alone.AsSpan(offset)).SequenceEqual(expected) && Plain.Patterns(masked.AsSpan(offset)).SequenceEqual(expected)
            && Plain.Unpack(packed, x.Length).SequenceEqual(mask) && (x.Length % 8 == 0 || packed[^1] >> (x.Length % 8) == 0)
            && Plain.Patterns(back.AsSpan(offset)).SequenceEqual(gradient);
    }

    private static float[] Called(PrngKey key, float[] x, double rate, JaxVersion version)
    {
        var y = new float[x.Length];
        InvertedDropout.Forward(key, x, rate, version, y, new byte[(x.Length + 7) / 8]);
        return y;
    }
}
