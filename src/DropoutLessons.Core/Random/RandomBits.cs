namespace DropoutLessons;

/// <summary>Gives the random word of each array element: the one place that knows how counters are laid out.</summary>
/// <remarks>Source: jax/_src/random/threefry2x32.py, _threefry_random_bits_partitionable and _threefry_random_bits_original @cec06d116.</remarks>
internal static class RandomBits
{
    /// <summary>Computes the 32 random bits of one element.</summary>
    /// <param name="key">key of the draw</param>
    /// <param name="isPartitionable">whether a counter belongs to one element alone, as in JAX from 0.5.0 on</param>
    /// <param name="index">row-major index of the element, in [0, <paramref name="count"/>)</param>
    /// <param name="count">number of 32-bit words drawn together; only the original layout depends on it</param>
    public static uint WordAt(PrngKey key, bool isPartitionable, long index, long count)
    {
        if (isPartitionable)
        {
            (uint a, uint b) = Threefry2x32.Hash(key, (uint)(index >> 32), unchecked((uint)index));
            return a ^ b;
        }

        // The original layout pads an odd count with a zero counter and pairs counter i with counter half + i.
        long half = (count + 1) / 2;
        long first = index < half ? index : index - half;
        uint second = half + first < count ? (uint)(half + first) : 0;
        (uint x0, uint x1) = Threefry2x32.Hash(key, (uint)first, second);
        return index < half ? x0 : x1;
    }

    /// <summary>Computes the random bits of one element of 8 or 16 bits, in the low bits of the result.</summary>
    /// <param name="key">key of the draw</param>
    /// <param name="isPartitionable">whether a counter belongs to one element alone, as in JAX from 0.5.0 on</param>
    /// <param name="width">bits of an element: 8 or 16</param>
    /// <param name="index">row-major index of the element, in [0, <paramref name="count"/>)</param>
    /// <param name="count">number of elements drawn together</param>
    public static uint NarrowAt(PrngKey key, bool isPartitionable, int width, long index, long count)
    {
        uint mask = (1u << width) - 1;
        if (isPartitionable)
            return WordAt(key, isPartitionable, index, count) & mask;

        // The original layout draws whole words and cuts them up, low bits first.
        int perWord = 32 / width;
        long words = (count + perWord - 1) / perWord;
        return (WordAt(key, isPartitionable, index / perWord, words) >> (int)(index % perWord * width)) & mask;
    }
}
