using DropoutLessons.Simd;

namespace DropoutLessons;

/// <summary>Works on packed masks: bit i modulo 8 of byte i / 8 for element i, the bits beyond the last element being 0.</summary>
internal static class PackedBits
{
    /// <summary>Number of bytes of a mask.</summary>
    public static int Length(int count) => (int)(((long)count + 7) / 8);

    /// <summary>Fills a mask with coins that show 1 with probability <paramref name="p"/>.</summary>
    /// <param name="key">key of the draw</param>
    /// <param name="p">probability; rounded to float32 once</param>
    /// <param name="count">number of coins</param>
    /// <param name="version">era whose bits are computed</param>
    /// <param name="bits">receives them, <see cref="Length"/> bytes</param>
    public static unsafe void Draw(PrngKey key, double p, int count, JaxVersion version, Span<byte> bits)
    {
        bits.Clear();
        if (BernoulliThreshold.TryFind(p, out uint limit))
            fixed (byte* to = bits)
                key.Fill(new MaskSink(limit, to), count, version, threads: 0);
    }

    /// <summary>Reads a bit.</summary>
    public static bool At(ReadOnlySpan<byte> bits, int index) => ((bits[index / 8] >> (index % 8)) & 1) != 0;

    /// <summary>Sets <paramref name="count"/> bits from <paramref name="start"/> on to <paramref name="value"/>.</summary>
    public static void Fill(Span<byte> bits, int start, int count, bool value)
    {
        int end = start + count;
        for (; start < end && start % 8 != 0; start++)
            Set(bits, start, value);
        int wholeBytes = (end - start) / 8;
        bits.Slice(start / 8, wholeBytes).Fill(value ? byte.MaxValue : byte.MinValue);
        for (start += 8 * wholeBytes; start < end; start++)
            Set(bits, start, value);
    }

    /// <summary>Copies <paramref name="count"/> bits between places that need not begin at a byte; in one mask, <paramref name="from"/> must not reach into the copy.</summary>
    public static void Copy(ReadOnlySpan<byte> source, int from, Span<byte> destination, int to, int count)
    {
        int end = to + count;
        for (; to < end && to % 8 != 0; to++, from++)
            Set(destination, to, At(source, from));
        for (int shift = from % 8; to + 8 <= end; to += 8, from += 8)
            destination[to / 8] = (byte)(shift == 0 ? source[from / 8] : (source[from / 8] >> shift) | (source[(from / 8) + 1] << (8 - shift)));
        for (; to < end; to++, from++)
            Set(destination, to, At(source, from));
    }

    /// <summary>Makes a packed mask of bools.</summary>
    public static void Pack(ReadOnlySpan<bool> values, Span<byte> bits)
    {
        bits.Clear();
        for (int i = 0; i < values.Length; i++)
            bits[i / 8] |= (byte)(values[i] ? 1 << (i % 8) : 0);
    }

    /// <summary>Makes bools of a packed mask.</summary>
    public static bool[] Unpack(ReadOnlySpan<byte> bits, int count)
    {
        var values = new bool[count];
        for (int i = 0; i < count; i++)
            values[i] = At(bits, i);
        return values;
    }

    private static void Set(Span<byte> bits, int index, bool value)
    {
        byte bit = (byte)(1 << (index % 8));
        bits[index / 8] = (byte)(value ? bits[index / 8] | bit : bits[index / 8] & ~bit);
    }
}
