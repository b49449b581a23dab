namespace DropoutLessons;

/// <summary>Draws masks whose coins may count for whole rows, columns or channels.</summary>
/// <remarks>Source: flax/nnx/nn/stochastic.py, Dropout.__call__ @18f8f311c: the mask is drawn in the reduced shape and spread.</remarks>
internal static class BroadcastMask
{
    public static bool[] Draw(PrngKey key, double keepProb, ReadOnlySpan<int> shape, ReadOnlySpan<int> broadcastDims, JaxVersion version)
    {
        int[] reduced = Reduce(shape, broadcastDims);
        bool[] coins = key.Bernoulli(keepProb, Size(reduced), version);
        if (broadcastDims.IsEmpty)
            return coins;

        var mask = new bool[Size(shape)];
        for (int i = 0; i < mask.Length; i++)
            mask[i] = coins[ReducedIndex(i, shape, reduced)];
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

    private static int ReducedIndex(int index, ReadOnlySpan<int> shape, int[] reduced)
    {
        int result = 0, stride = 1;
        for (int dimension = shape.Length - 1; dimension >= 0; dimension--)
        {
            int coordinate = index % shape[dimension];
            index /= shape[dimension];
            result += (reduced[dimension] == 1 ? 0 : coordinate) * stride;
            stride *= reduced[dimension];
        }
        return result;
    }

    private static int Size(ReadOnlySpan<int> shape)
    {
        int size = 1;
        foreach (int dimension in shape)
            size = checked(size * dimension);
        return size;
    }
}
