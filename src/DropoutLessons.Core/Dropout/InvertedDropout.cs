namespace DropoutLessons;

/// <summary>Computes inverted dropout: keep with probability <c>keep_prob = 1 - rate</c>, divide what is kept by it.</summary>
/// <remarks>
/// The expected output is the input, so evaluation has nothing to make up for. Source: the exercise; arithmetic as XLA:CPU does it
/// (subnormals count as zero of their sign, one rounding of <c>keep_prob</c> to float32).
/// </remarks>
public static class InvertedDropout
{
    /// <summary>Drops elements of <paramref name="x"/> with the coins of <paramref name="key"/> and scales the rest.</summary>
    /// <param name="key">key of this one call</param>
    /// <param name="x">activations, any shape, row-major</param>
    /// <param name="rate">fraction dropped on average, not the keep probability; at 1 and above, and for NaN, everything is dropped</param>
    /// <param name="scale">how a kept element is scaled</param>
    /// <param name="layout">how counters map to elements</param>
    /// <param name="destination">receives the output; may be <paramref name="x"/> itself</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> and <paramref name="x"/> differ in length.</exception>
    /// <remarks>Pure: depends on the arguments alone. A dropped element is +0 whatever it was; a kept NaN or infinity stays what it is.</remarks>
    public static void Forward(PrngKey key, ReadOnlySpan<float> x, double rate, ScaleStep scale, RandomLayout layout, Span<float> destination)
    {
        if (destination.Length != x.Length)
            throw new ArgumentException($"destination has {destination.Length} elements and x has {x.Length}: they must be equally long.", nameof(destination));

        // Subtracted in double and rounded once, as Python does before JAX sees the number.
        float keepProb = (float)(1.0 - rate);
        uint threshold = BernoulliThreshold.Of(keepProb);
        float factor = 1f / keepProb;
        for (int i = 0; i < x.Length; i++)
        {
            bool isKept = RandomBits.WordAt(key, layout, i, x.Length) >> 9 < threshold;
            destination[i] = !isKept ? 0f
                : scale == ScaleStep.IeeeDivision ? FlushSubnormal(FlushSubnormal(x[i]) / keepProb)
                : FlushSubnormal(FlushSubnormal(x[i]) * factor);
        }
    }

    // XLA:CPU runs with flush-to-zero and denormals-are-zero.
    private static float FlushSubnormal(float value) => float.IsSubnormal(value) ? MathF.CopySign(0f, value) : value;
}
