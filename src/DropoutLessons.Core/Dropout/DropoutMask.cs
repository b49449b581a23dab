namespace DropoutLessons;

/// <summary>Holds which elements one call kept, for its forward and its backward pass; a bit for each.</summary>
/// <remarks>Immutable. The backward pass uses the very mask of the forward pass; a mask drawn anew would be another function's gradient.</remarks>
public sealed class DropoutMask
{
    private readonly byte[]? _bits;
    private readonly int _count;
    private readonly JaxVersion _version;
    private readonly bool _isAllZero;
    private bool[]? _kept;

    private DropoutMask(byte[]? bits, int count, double rate, JaxVersion version, bool isAllZero = false) =>
        (_bits, _count, Rate, _version, _isAllZero) = (bits, count, rate, version, isAllZero);

    /// <summary>Fraction dropped on average.</summary>
    public double Rate { get; }

    /// <summary>True where an element is kept, row-major; empty for a mask that treats all elements alike.</summary>
    public ReadOnlySpan<bool> Kept => _kept ??= _bits is null ? [] : PackedBits.Unpack(_bits, _count);

    /// <summary>The mask of a call that drops nothing: input and gradient pass unchanged.</summary>
    internal static DropoutMask PassThrough { get; } = new(null, 0, 0, JaxVersion.Formula);

    /// <summary>The mask of the library layer at rate 1: zeros forward and, unlike the exercise's module, zeros backward.</summary>
    internal static DropoutMask Nothing { get; } = new(null, 0, 1, JaxVersion.Formula, isAllZero: true);

    /// <summary>Draws a mask.</summary>
    /// <param name="key">key of this one call</param>
    /// <param name="rate">fraction dropped on average</param>
    /// <param name="shape">shape of the activations</param>
    /// <param name="broadcastDims">dimensions along which one coin counts for all; negative ones count from the last</param>
    /// <param name="version">era whose bits are computed</param>
    /// <exception cref="ArgumentOutOfRangeException">A broadcast dimension is not one of the shape's.</exception>
    public static DropoutMask Draw(PrngKey key, double rate, ReadOnlySpan<int> shape, ReadOnlySpan<int> broadcastDims, JaxVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        int count = 1;
        foreach (int dimension in shape)
            count = checked(count * dimension);
        return new(BroadcastMask.Draw(key, 1.0 - rate, shape, broadcastDims, version), count, rate, version);
    }

    /// <summary>Drops and scales activations.</summary>
    /// <param name="x">activations, as many as the mask has elements</param>
    /// <returns><paramref name="x"/> itself where nothing is dropped, else a new array</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public float[] Forward(float[] x)
    {
        if (IsAlike(x, out float[] y))
            return y;
        InvertedDropout.Apply(x, _bits, Rate, _version, y);
        return y;
    }

    /// <summary>Computes the gradient of the input from that of the output: the kept ones scaled, the dropped ones 0.</summary>
    /// <param name="gradient">gradient of the output</param>
    /// <returns>gradient of the input; NaN everywhere at rate 1, where JAX divides 0 by a <c>keep_prob</c> of 0</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public float[] Backward(float[] gradient)
    {
        if (IsAlike(gradient, out float[] y))
            return y;
        InvertedDropout.Backward(gradient, _bits, Rate, _version, y);
        return y;
    }

    /// <summary>Drops and scales in one pass with the drawing of the mask, which is returned.</summary>
    internal static DropoutMask Forward(PrngKey key, double rate, ReadOnlySpan<float> x, JaxVersion version, Span<float> destination)
    {
        var bits = new byte[PackedBits.Length(x.Length)];
        InvertedDropout.Forward(key, x, rate, version, destination, bits);
        return new(bits, x.Length, rate, version);
    }

    private bool IsAlike(float[] x, out float[] y)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (_bits is not null && x.Length != _count)
            throw new ArgumentException($"The mask has {_count} elements and the array {x.Length}: they must be equally long.", nameof(x));
        y = _bits is null && !_isAllZero ? x : new float[x.Length];
        return _bits is null;
    }
}
