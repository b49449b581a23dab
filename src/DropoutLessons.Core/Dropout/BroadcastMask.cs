namespace DropoutLessons;

/// <summary>Draws packed masks whose coins may count for whole rows, columns or channels.</summary>
/// <remarks>Source: flax/nnx/nn/stochastic.py, Dropout.__call__ @18f8f311c: the mask is drawn in the reduced shape and spread.</remarks>
internal static class BroadcastMask
{
    /// <summary>Draws a mask.</summary>
    /// <param name="key">key of this one call</param>
    /// <param name="keepProb">probability of keeping</param>
    /// <param name="shape">shape of the activations</param>
    /// <param name="broadcastDims">dimensions along which one coin counts for all; negative ones count from the last</param>
    /// <param name="version">era whose bits are computed</param>
    public static byte[] Draw(PrngKey key, double keepProb, ReadOnlySpan<int> shape, ReadOnlySpan<int> broadcastDims, JaxVersion version)
    {
        int[] reduced = Reduce(shape, broadcastDims);
        var coins = new byte[PackedBits.Length(Size(reduced))];
        PackedBits.Draw(key, keepProb, Size(reduced), version, coins);
        if (broadcastDims.IsEmpty)
            return coins;
        var mask = new byte[PackedBits.Length(Size(shape))];
        if (mask.Length > 0)
            Spread(coins, 0, mask, 0, shape, reduced);
        return mask;
    }

    private static int[] Reduce(ReadOnlySpan<int> shape, ReadOnlySpan<int> broadcastDims)
    {
        int[] reduced = shape.ToArray();
        foreach (int dimension in broadcastDims)
        {
            int at = dimension < 0 ? dimension + shape.Length : dimension;
            if (at < 0 || at >= shape.Length)
                throw new ArgumentOutOfRangeException(nameof(broadcastDims), dimension, $"The activations have {shape.Length} dimensions; a broadcast dimension lies in [{-shape.Length}, {shape.Length}).");
            reduced[at] = 1;
        }
        return reduced;
    }

    // Dimension by dimension from the outermost, in runs as long as the innermost ones allow.
    private static void Spread(ReadOnlySpan<byte> coins, int from, Span<byte> mask, int to, ReadOnlySpan<int> shape, ReadOnlySpan<int> reduced)
    {
        int size = Size(shape);
        if (shape.SequenceEqual(reduced))
        {
            PackedBits.Copy(coins, from, mask, to, size);
            return;
        }
        if (Size(reduced) == 1)
        {
            PackedBits.Fill(mask, to, size, PackedBits.At(coins, from));
            return;
        }
        int inner = size / shape[0], innerCoins = Size(reduced) / reduced[0];
        for (int i = 0; i < reduced[0]; i++)
            Spread(coins, from + (i * innerCoins), mask, to + (i * inner), shape[1..], reduced[1..]);
        // Along a broadcast dimension what was spread once is repeated.
        for (int i = reduced[0]; i < shape[0]; i++)
            PackedBits.Copy(mask, to, mask, to + (i * inner), inner);
    }

    private static int Size(ReadOnlySpan<int> shape)
    {
        int size = 1;
        foreach (int dimension in shape)
            size = checked(size * dimension);
        return size;
    }
}
