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
    /// <param name="version">era whose bits are computed</param>
    /// <param name="destination">receives the output; may be <paramref name="x"/> itself</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> and <paramref name="x"/> differ in length.</exception>
    /// <remarks>Pure: depends on the arguments alone. A dropped element is +0 whatever it was; a kept NaN or infinity stays what it is.</remarks>
    public static void Forward(PrngKey key, ReadOnlySpan<float> x, double rate, JaxVersion version, Span<float> destination)
    {
        ArgumentNullException.ThrowIfNull(version);
        if (destination.Length != x.Length)
            throw new ArgumentException($"destination has {destination.Length} elements and x has {x.Length}: they must be equally long.", nameof(destination));

        // Subtracted in double and rounded once, as Python does before JAX sees the number.
        float keepProb = (float)(1.0 - rate);
        uint threshold = BernoulliThreshold.Of(keepProb);
        bool isMultiplied = version.MultipliesByReciprocal(x.Length);
        for (int i = 0; i < x.Length; i++)
        {
            bool isKept = RandomBits.WordAt(key, version.IsPartitionable, i, x.Length) >> 9 < threshold;
            destination[i] = isKept ? Scale(x[i], keepProb, isMultiplied) : 0f;
        }
    }

    /// <summary>Drops by a mask that was drawn before, and scales the rest.</summary>
    /// <param name="x">activations, row-major; or, for the backward pass, the gradient of the output</param>
    /// <param name="kept">the mask, as many elements</param>
    /// <param name="rate">fraction dropped on average</param>
    /// <param name="version">era whose bits are computed</param>
    /// <param name="destination">receives the result; may be <paramref name="x"/> itself</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks>A dropped element is +0 whatever it was.</remarks>
    public static void Apply(ReadOnlySpan<float> x, ReadOnlySpan<bool> kept, double rate, JaxVersion version, Span<float> destination)
    {
        ArgumentNullException.ThrowIfNull(version);
        if (kept.Length != x.Length || destination.Length != x.Length)
            throw new ArgumentException($"x has {x.Length} elements, the mask {kept.Length} and the destination {destination.Length}: they must be equally long.", nameof(kept));
        float keepProb = (float)(1.0 - rate);
        bool isMultiplied = version.MultipliesByReciprocal(x.Length);
        for (int i = 0; i < x.Length; i++)
            destination[i] = kept[i] ? Scale(x[i], keepProb, isMultiplied) : 0f;
    }

    /// <summary>Scales every element: <c>x / keep_prob</c> alone.</summary>
    /// <param name="x">activations, row-major</param>
    /// <param name="rate">fraction dropped on average</param>
    /// <param name="version">era whose bits are computed</param>
    /// <param name="destination">receives the result</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Scale(ReadOnlySpan<float> x, double rate, JaxVersion version, Span<float> destination)
    {
        var all = new bool[x.Length];
        Array.Fill(all, true);
        Apply(x, all, rate, version, destination);
    }

    private static float Scale(float x, float keepProb, bool isMultiplied)
    {
        float flushed = FlushSubnormal(x);
        return FlushSubnormal(isMultiplied ? flushed * (1f / keepProb) : flushed / keepProb);
    }

    // XLA:CPU runs with flush-to-zero and denormals-are-zero.
    private static float FlushSubnormal(float value) => float.IsSubnormal(value) ? MathF.CopySign(0f, value) : value;
}
