using DropoutLessons.Simd;

namespace DropoutLessons;

/// <summary>Computes inverted dropout: keep with probability <c>keep_prob = 1 - rate</c>, divide what is kept by it.</summary>
/// <remarks>
/// The expected output is the input, so evaluation has nothing to make up for. All methods write into the caller's memory, allocate nothing, and give the
/// same bits on every machine and with any number of threads. Source: the exercise; arithmetic as XLA:CPU does it (subnormals count as zero of their
/// sign, one rounding of <c>keep_prob</c> to float32).
/// </remarks>
public static unsafe class InvertedDropout
{
    /// <summary>Drops elements of <paramref name="x"/> with the coins of <paramref name="key"/> and scales the rest.</summary>
    /// <param name="key">key of this one call</param>
    /// <param name="x">activations, any shape, row-major</param>
    /// <param name="rate">fraction dropped on average, not the keep probability; at 1 and above, and for NaN, everything is dropped</param>
    /// <param name="version">era whose bits are computed</param>
    /// <param name="destination">receives the output; may be <paramref name="x"/> itself</param>
    /// <param name="threads">most threads to use; 0 for one per processor where the array is long enough</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> and <paramref name="x"/> differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is negative.</exception>
    /// <remarks>Pure: depends on the arguments alone. A dropped element is +0 whatever it was; a kept NaN or infinity stays what it is.</remarks>
    public static void Forward(PrngKey key, ReadOnlySpan<float> x, double rate, JaxVersion version, Span<float> destination, int threads = 0)
    {
        CheckLengths(x.Length, destination.Length);
        ArgumentNullException.ThrowIfNull(version);
        if (!BernoulliThreshold.TryFind(1.0 - rate, out uint limit))
            destination.Clear();
        else if (limit == uint.MaxValue)
            Scale(x, rate, version, destination, threads);
        else
            Drop(key, x, limit, ScaleStep.Of(rate, version, x.Length), version, destination, mask: [], threads);
    }

    /// <summary>Does the same and stores the mask for <see cref="Backward"/>, packed: bit i modulo 8 of byte i / 8 is set where element i is kept.</summary>
    /// <param name="key">key of this one call</param>
    /// <param name="x">activations, any shape, row-major</param>
    /// <param name="rate">fraction dropped on average, not the keep probability; at 1 and above, and for NaN, everything is dropped</param>
    /// <param name="version">era whose bits are computed</param>
    /// <param name="destination">receives the output; may be <paramref name="x"/> itself</param>
    /// <param name="mask">receives the mask: a byte for each eight elements or part of eight</param>
    /// <param name="threads">most threads to use; 0 for one per processor where the array is long enough</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is negative.</exception>
    public static void Forward(PrngKey key, ReadOnlySpan<float> x, double rate, JaxVersion version, Span<float> destination, Span<byte> mask, int threads = 0)
    {
        CheckLengths(x.Length, destination.Length);
        CheckMask(x.Length, mask.Length);
        ArgumentNullException.ThrowIfNull(version);
        bool isAnyKept = BernoulliThreshold.TryFind(1.0 - rate, out uint limit);
        if (!isAnyKept || limit == uint.MaxValue)
        {
            mask.Clear();
            PackedBits.Fill(mask, 0, x.Length, isAnyKept);
            Forward(key, x, rate, version, destination, threads);
            return;
        }
        Drop(key, x, limit, ScaleStep.Of(rate, version, x.Length), version, destination, mask, threads);
    }

    /// <summary>Computes the gradient of the input from that of the output: the kept ones scaled, the dropped ones 0.</summary>
    /// <param name="gradient">gradient of the output, row-major</param>
    /// <param name="mask">packed mask of the forward pass</param>
    /// <param name="rate">fraction dropped on average</param>
    /// <param name="version">era whose bits are computed</param>
    /// <param name="destination">receives the gradient of the input; may be <paramref name="gradient"/> itself</param>
    /// <param name="threads">most threads to use; 0 for one per processor where the array is long enough</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is negative.</exception>
    /// <remarks>JAX selects first and divides then. So at rate 1 it is NaN everywhere, 0 divided by a <c>keep_prob</c> of 0.</remarks>
    public static void Backward(ReadOnlySpan<float> gradient, ReadOnlySpan<byte> mask, double rate, JaxVersion version, Span<float> destination, int threads = 0)
    {
        CheckLengths(gradient.Length, destination.Length);
        CheckMask(gradient.Length, mask.Length);
        ArgumentNullException.ThrowIfNull(version);
        fixed (float* from = gradient, to = destination)
        fixed (byte* bits = mask)
            Widths.Run(new MaskedScale(from, bits, ScaleStep.Of(rate, version, gradient.Length), to, gradient.Length, threads));
    }

    /// <summary>Drops by a mask that was drawn before, and scales the rest.</summary>
    /// <param name="x">activations, row-major</param>
    /// <param name="kept">the mask, as many elements</param>
    /// <param name="rate">fraction dropped on average</param>
    /// <param name="version">era whose bits are computed</param>
    /// <param name="destination">receives the result; may be <paramref name="x"/> itself</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks>A dropped element is +0 whatever it was. Unlike its neighbours this one packs the mask into an array of its own.</remarks>
    public static void Apply(ReadOnlySpan<float> x, ReadOnlySpan<bool> kept, double rate, JaxVersion version, Span<float> destination)
    {
        if (kept.Length != x.Length || destination.Length != x.Length)
            throw new ArgumentException($"x has {x.Length} elements, the mask {kept.Length} and the destination {destination.Length}: they must be equally long.", nameof(kept));
        var mask = new byte[PackedBits.Length(kept.Length)];
        PackedBits.Pack(kept, mask);
        Apply(x, mask, rate, version, destination);
    }

    /// <summary>Scales every element: <c>x / keep_prob</c> alone.</summary>
    /// <param name="x">activations, row-major</param>
    /// <param name="rate">fraction dropped on average</param>
    /// <param name="version">era whose bits are computed</param>
    /// <param name="destination">receives the result; may be <paramref name="x"/> itself</param>
    /// <param name="threads">most threads to use; 0 for one per processor where the array is long enough</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is negative.</exception>
    public static void Scale(ReadOnlySpan<float> x, double rate, JaxVersion version, Span<float> destination, int threads = 0)
    {
        CheckLengths(x.Length, destination.Length);
        ArgumentNullException.ThrowIfNull(version);
        fixed (float* from = x, to = destination)
            Widths.Run(new MaskedScale(from, mask: null, ScaleStep.Of(rate, version, x.Length), to, x.Length, threads));
    }

    internal static void Apply(ReadOnlySpan<float> x, ReadOnlySpan<byte> mask, double rate, JaxVersion version, Span<float> destination)
    {
        if ((float)(1.0 - rate) > 0)
        {
            Backward(x, mask, rate, version, destination);
            return;
        }
        // Forward, JAX scales first and selects then; with a keep_prob that is not positive the two orders differ: 0 / 0 is NaN, 0 / -1 is -0.
        Scale(x, rate, version, destination);
        Backward(destination, mask, 0, version, destination);
    }

    // An empty mask is not stored: without elements there is nothing to store, either.
    private static void Drop(PrngKey key, ReadOnlySpan<float> x, uint limit, ScaleStep scale, JaxVersion version, Span<float> destination, Span<byte> mask, int threads)
    {
        if (scale.IsMultiplied)
            Drop<Multiplication>(key, x, limit, scale, version, destination, mask, threads);
        else
            Drop<Division>(key, x, limit, scale, version, destination, mask, threads);
    }

    private static void Drop<TScale>(PrngKey key, ReadOnlySpan<float> x, uint limit, ScaleStep scale, JaxVersion version, Span<float> destination, Span<byte> mask, int threads)
        where TScale : struct, IScale
    {
        fixed (float* from = x, to = destination)
        fixed (byte* bits = mask)
            if (mask.IsEmpty)
                key.Fill(new ForwardSink<TScale>(from, limit, scale, to), x.Length, version, threads);
            else
                key.Fill(new MaskedForwardSink<TScale>(from, limit, scale, to, bits), x.Length, version, threads);
    }

    private static void CheckLengths(int x, int destination)
    {
        if (destination != x)
            throw new ArgumentException($"destination has {destination} elements and x has {x}: they must be equally long.", nameof(destination));
    }

    private static void CheckMask(int x, int mask)
    {
        if (mask != PackedBits.Length(x))
            throw new ArgumentException($"The packed mask has {mask} bytes; x has {x} elements, a bit each, which is {PackedBits.Length(x)} bytes.", nameof(mask));
    }
}
