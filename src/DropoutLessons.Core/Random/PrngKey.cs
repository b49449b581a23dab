using DropoutLessons.Simd;

namespace DropoutLessons;

/// <summary>Holds the 64 bits that determine every random number drawn with it: a JAX PRNG key.</summary>
/// <remarks>
/// Immutable and pure: the same key always gives the same numbers, and drawing changes nothing; draw twice from one key and the numbers repeat.
/// Arrays of any rank are drawn row-major. Source: jax/_src/random/core.py and prng.py @cec06d116, threefry2x32, x64 off.
/// </remarks>
/// <param name="Hi">first word; 0 for every key made from a seed</param>
/// <param name="Lo">second word; the seed modulo 2^32 for a key made from a seed</param>
public readonly record struct PrngKey(uint Hi, uint Lo)
{
    private const float TwoToMinus23 = 1f / (1 << 23);

    /// <summary>Makes the key <c>jax.random.key(seed)</c>, which is (0, seed modulo 2^32).</summary>
    /// <param name="seed">any 64-bit integer; seeds that are equal modulo 2^32 give one key</param>
    public static PrngKey FromSeed(long seed) => new(0, unchecked((uint)seed));

    /// <summary>Derives the key <c>jax.random.fold_in(key, data)</c>.</summary>
    /// <param name="data">which of the 2^32 derived keys to take</param>
    /// <exception cref="OverflowException"><paramref name="data"/> is outside [0, 2^32).</exception>
    public PrngKey FoldIn(long data)
    {
        if (data is < 0 or > uint.MaxValue)
            throw new OverflowException($"fold_in data {data} is outside [0, 4294967295]: it must fit 32 unsigned bits.");
        return HashAt((ulong)data);
    }

    /// <summary>Derives <paramref name="count"/> keys: <c>jax.random.split(key, count)</c>.</summary>
    /// <param name="count">number of keys, at least 0</param>
    /// <param name="version">era whose layout of counters is used; today's when null, in which key i equals <c>FoldIn(i)</c> whatever the count</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public PrngKey[] Split(int count = 2, JaxVersion? version = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var keys = new PrngKey[count];
        Split(keys, version);
        return keys;
    }

    /// <summary>Fills <paramref name="destination"/>, row-major, with the keys of <c>jax.random.split</c>.</summary>
    /// <param name="destination">receives the keys</param>
    /// <param name="version">era whose layout of counters is used; today's when null</param>
    public void Split(Span<PrngKey> destination, JaxVersion? version = null)
    {
        bool isPartitionable = JaxVersion.IsPartitionableIn(version);
        for (int i = 0; i < destination.Length; i++)
            destination[i] = isPartitionable
                ? HashAt((ulong)i)
                : new(RandomBits.WordAt(this, isPartitionable, 2L * i, 2L * destination.Length), RandomBits.WordAt(this, isPartitionable, (2L * i) + 1, 2L * destination.Length));
    }

    /// <summary>Draws <paramref name="count"/> words of 32 random bits: <c>jax.random.bits</c>.</summary>
    /// <param name="count">number of words, at least 0</param>
    /// <param name="version">era whose layout of counters is used; today's when null</param>
    public uint[] Bits(int count, JaxVersion? version = null)
    {
        var bits = new uint[Checked(count)];
        Bits(bits, version);
        return bits;
    }

    /// <summary>Fills <paramref name="destination"/> with 32 random bits per element.</summary>
    /// <param name="destination">receives the bits, row-major</param>
    /// <param name="version">era whose layout of counters is used; today's when null</param>
    /// <param name="threads">most threads to use; 0 for one per processor where the array is long enough. The numbers do not depend on it</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is negative.</exception>
    public unsafe void Bits(Span<uint> destination, JaxVersion? version = null, int threads = 0)
    {
        fixed (uint* to = destination)
            Fill(new WordsSink(to), destination.Length, version, threads);
    }

    /// <summary>Fills <paramref name="destination"/> with 16 random bits per element.</summary>
    /// <param name="destination">receives the bits, row-major</param>
    /// <param name="version">era whose layout of counters is used; today's when null</param>
    public void Bits(Span<ushort> destination, JaxVersion? version = null)
    {
        bool isPartitionable = JaxVersion.IsPartitionableIn(version);
        for (int i = 0; i < destination.Length; i++)
            destination[i] = (ushort)RandomBits.NarrowAt(this, isPartitionable, 16, i, destination.Length);
    }

    /// <summary>Fills <paramref name="destination"/> with 8 random bits per element.</summary>
    /// <param name="destination">receives the bits, row-major</param>
    /// <param name="version">era whose layout of counters is used; today's when null</param>
    public void Bits(Span<byte> destination, JaxVersion? version = null)
    {
        bool isPartitionable = JaxVersion.IsPartitionableIn(version);
        for (int i = 0; i < destination.Length; i++)
            destination[i] = (byte)RandomBits.NarrowAt(this, isPartitionable, 8, i, destination.Length);
    }

    /// <summary>Draws <paramref name="count"/> numbers evenly from [0, 1): <c>jax.random.uniform</c>.</summary>
    /// <param name="count">number of values, at least 0</param>
    /// <param name="version">era whose layout of counters is used; today's when null</param>
    /// <returns>multiples of 2^-23, from 0 to 1 - 2^-23</returns>
    public float[] Uniform(int count, JaxVersion? version = null)
    {
        var values = new float[Checked(count)];
        Uniform(values, version);
        return values;
    }

    /// <summary>Fills <paramref name="destination"/> with numbers drawn evenly from [0, 1).</summary>
    /// <param name="destination">receives multiples of 2^-23, row-major</param>
    /// <param name="version">era whose layout of counters is used; today's when null</param>
    /// <param name="threads">most threads to use; 0 for one per processor where the array is long enough. The numbers do not depend on it</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is negative.</exception>
    public unsafe void Uniform(Span<float> destination, JaxVersion? version = null, int threads = 0)
    {
        fixed (float* to = destination)
            Fill(new UniformSink(to), destination.Length, version, threads);
    }

    /// <summary>Tosses <paramref name="count"/> coins: <c>jax.random.bernoulli</c>.</summary>
    /// <param name="p">probability of true; rounded to float32 once. At 1 and above all are true, at 0 and below and for NaN none.</param>
    /// <param name="count">number of coins, at least 0</param>
    /// <param name="version">era whose layout of counters is used; today's when null</param>
    public bool[] Bernoulli(double p, int count, JaxVersion? version = null)
    {
        var coins = new bool[Checked(count)];
        Bernoulli(p, coins, version);
        return coins;
    }

    /// <summary>Fills <paramref name="destination"/> with coins that show true where a uniform number is below <paramref name="p"/>.</summary>
    /// <param name="p">probability of true; rounded to float32 once</param>
    /// <param name="destination">receives the coins, row-major</param>
    /// <param name="version">era whose layout of counters is used; today's when null</param>
    /// <param name="threads">most threads to use; 0 for one per processor where the array is long enough. The numbers do not depend on it</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is negative.</exception>
    public unsafe void Bernoulli(double p, Span<bool> destination, JaxVersion? version = null, int threads = 0)
    {
        if (!BernoulliThreshold.TryFind(p, out uint limit))
        {
            destination.Clear();
            return;
        }
        fixed (bool* to = destination)
            Fill(new CoinsSink(limit, to), destination.Length, version, threads);
    }

    /// <summary>Fills <paramref name="destination"/> with coins of a finer grain: <c>jax.random.bernoulli(mode="high")</c>, which no Flax layer uses.</summary>
    /// <param name="p">probability of true; rounded to float32 once, honoured down to about 2^-46</param>
    /// <param name="destination">receives the coins, row-major</param>
    /// <param name="version">era whose layout of counters is used; today's when null</param>
    public void BernoulliHigh(double p, Span<bool> destination, JaxVersion? version = null)
    {
        var u = Uniform(2 * destination.Length, version);
        for (int i = 0; i < destination.Length; i++)
            destination[i] = u[destination.Length + i] * TwoToMinus23 < (float)p - u[i];
    }

    /// <summary>Draws <paramref name="count"/> numbers from the standard normal distribution: <c>jax.random.normal</c>.</summary>
    /// <param name="count">number of values, at least 0</param>
    /// <param name="version">era whose layout of counters is used; today's when null</param>
    /// <returns>values that equal JAX's within four units in the last place</returns>
    public float[] Normal(int count, JaxVersion? version = null)
    {
        float lowest = MathF.BitIncrement(-1f);
        return Array.ConvertAll(Uniform(count, version), u => MathF.Sqrt(2f) * ErfInv.Of(MathF.Max(lowest, (u * (1f - lowest)) + lowest)));
    }

    internal void Fill<TSink>(TSink sink, int count, JaxVersion? version, int threads)
        where TSink : struct, IWordSink => Widths.Run(new RandomWords<TSink>(this, JaxVersion.IsPartitionableIn(version), count, sink, threads));

    private PrngKey HashAt(ulong counter)
    {
        (uint hi, uint lo) = Threefry2x32.Hash(this, (uint)(counter >> 32), unchecked((uint)counter));
        return new(hi, lo);
    }

    private static int Checked(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return count;
    }
}
