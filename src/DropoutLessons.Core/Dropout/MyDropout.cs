namespace DropoutLessons;

/// <summary>Is the exercise's dropout layer: it keeps the <see cref="Rngs"/> it is given and draws a fresh key at every training call.</summary>
/// <remarks>
/// It does not fork the Rngs, so other users of the same stream share its counter, and it has no train/eval switch of its own.
/// Source: the exercise's nnx module.
/// </remarks>
/// <param name="rate">fraction dropped on average, not the keep probability; at or below 0 nothing is dropped</param>
/// <param name="rngs">streams the layer draws its keys from, stream "dropout"</param>
/// <param name="version">era whose bits are computed; <see cref="JaxVersion.Formula"/> when null</param>
public sealed class MyDropout(double rate, Rngs rngs, JaxVersion? version = null)
{
    private readonly JaxVersion _version = version ?? JaxVersion.Formula;

    /// <summary>Fraction dropped on average; not the keep probability.</summary>
    public double Rate { get; } = rate;

    /// <summary>Streams the layer draws from.</summary>
    public Rngs Rngs { get; } = rngs ?? throw new ArgumentNullException(nameof(rngs), "MyDropout needs an Rngs to draw keys from, for instance new Rngs(0).");

    /// <summary>Applies dropout once.</summary>
    /// <param name="x">activations, any shape, row-major</param>
    /// <param name="deterministic">true at evaluation</param>
    /// <returns><paramref name="x"/> itself when deterministic or at a rate of 0 and below, no key being drawn; else a new array</returns>
    /// <exception cref="MissingMemberException">The Rngs has neither a stream "dropout" nor "default".</exception>
    /// <remarks>A training call advances the stream's counter by one, also for an empty <paramref name="x"/>.</remarks>
    public float[] Forward(float[] x, bool deterministic)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (deterministic || Rate <= 0)
            return x;
        var y = new float[x.Length];
        InvertedDropout.Forward(Rngs.Dropout(), x, Rate, _version, y);
        return y;
    }

    /// <summary>Applies dropout once and keeps the mask for the backward pass.</summary>
    /// <param name="x">activations, any shape, row-major</param>
    /// <param name="deterministic">true at evaluation</param>
    /// <param name="mask">the mask that was drawn; one that passes everything through when none was</param>
    /// <returns>as <see cref="Forward(float[], bool)"/></returns>
    /// <exception cref="MissingMemberException">The Rngs has neither a stream "dropout" nor "default".</exception>
    public float[] Forward(float[] x, bool deterministic, out DropoutMask mask)
    {
        ArgumentNullException.ThrowIfNull(x);
        mask = DropoutMask.PassThrough;
        if (deterministic || Rate <= 0)
            return x;
        var y = new float[x.Length];
        mask = DropoutMask.Forward(Rngs.Dropout(), Rate, x, _version, y);
        return y;
    }

    /// <summary>Applies dropout once, into <paramref name="destination"/>.</summary>
    /// <param name="x">activations, any shape, row-major</param>
    /// <param name="deterministic">true at evaluation, when <paramref name="x"/> is copied as it is</param>
    /// <param name="destination">receives the output</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> and <paramref name="x"/> differ in length.</exception>
    /// <exception cref="MissingMemberException">The Rngs has neither a stream "dropout" nor "default".</exception>
    public void Forward(ReadOnlySpan<float> x, bool deterministic, Span<float> destination)
    {
        if (deterministic || Rate <= 0)
            x.CopyTo(destination);
        else
            InvertedDropout.Forward(Rngs.Dropout(), x, Rate, _version, destination);
    }
}
