namespace DropoutLessons;

/// <summary>Holds which elements one call kept, for its forward and its backward pass.</summary>
/// <remarks>Immutable. The backward pass uses the very mask of the forward pass; a mask drawn anew would be another function's gradient.</remarks>
public sealed class DropoutMask
{
    private readonly bool[]? _kept;
    private readonly JaxVersion _version;
    private readonly bool _isAllZero;

    private DropoutMask(bool[]? kept, double rate, JaxVersion version, bool isAllZero = false) =>
        (_kept, Rate, _version, _isAllZero) = (kept, rate, version, isAllZero);

    /// <summary>The mask of a call that drops nothing: input and gradient pass unchanged.</summary>
    public static DropoutMask PassThrough { get; } = new(null, 0, JaxVersion.Formula);

    /// <summary>The mask of the library layer at rate 1: zeros forward and, unlike the exercise's module, zeros backward.</summary>
    public static DropoutMask Nothing { get; } = new(null, 1, JaxVersion.Formula, isAllZero: true);

    /// <summary>Fraction dropped on average.</summary>
    public double Rate { get; }

    /// <summary>True where an element is kept, row-major; empty for a mask that treats all elements alike.</summary>
    public ReadOnlySpan<bool> Kept => _kept;

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
        return new(BroadcastMask.Draw(key, 1.0 - rate, shape, broadcastDims, version), rate, version);
    }

    /// <summary>Drops and scales activations.</summary>
    /// <param name="x">activations, as many as the mask has elements</param>
    /// <returns><paramref name="x"/> itself where nothing is dropped, else a new array</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public float[] Forward(float[] x) => Through(x);

    /// <summary>Computes the gradient of the input from that of the output: the kept ones scaled, the dropped ones 0.</summary>
    /// <param name="gradient">gradient of the output</param>
    /// <returns>gradient of the input; NaN everywhere at rate 1, where JAX divides 0 by a <c>keep_prob</c> of 0</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public float[] Backward(float[] gradient)
    {
        float[] kept = Through(gradient);
        float keepProb = (float)(1.0 - Rate);
        if (_kept is null || keepProb > 0)
            return kept;
        // JAX selects first and divides then; with a keep_prob that is not positive the two orders differ: 0 / 0 is NaN, 0 / -1 is -0.
        float[] selected = [.. gradient.Zip(_kept, (g, isKept) => isKept ? g : 0f)];
        InvertedDropout.Scale(selected, Rate, _version, selected);
        return selected;
    }

    private float[] Through(float[] x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (_isAllZero)
            return new float[x.Length];
        if (_kept is null)
            return x;
        var y = new float[x.Length];
        InvertedDropout.Apply(x, _kept, Rate, _version, y);
        return y;
    }
}
