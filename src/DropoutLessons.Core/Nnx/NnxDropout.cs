namespace DropoutLessons;

/// <summary>Is the library's own layer, <c>flax.nnx.Dropout</c>; its masks differ from <see cref="MyDropout"/>'s for the same <see cref="Rngs"/>.</summary>
/// <remarks>
/// Since flax 0.11.0 it forks the stream when it is made and draws from its own from then on. It tests <c>rate == 0</c>, so a negative rate draws, keeps
/// everything and divides by more than 1; at rate 1 it returns zeros without a key, which keeps the gradient finite.
/// Source: flax/nnx/nn/stochastic.py @18f8f311c.
/// </remarks>
public sealed class NnxDropout
{
    private const string NoFlag = "No `deterministic` argument was provided to Dropout\n          as either a __call__ argument or class attribute.";
    private const string NoRngs = "`deterministic` is False, but no `rngs` argument was provided to Dropout\n          as either a __call__ argument or class attribute.";

    private readonly KeySource? _rngs;
    private readonly string _collection;
    private readonly int[] _broadcastDims;
    private readonly JaxVersion _version;

    /// <summary>Makes the layer.</summary>
    /// <param name="rate">fraction dropped on average, not the keep probability</param>
    /// <param name="rngs">streams or stream to draw from; its counter advances by one where the era forks. Null: given at each call</param>
    /// <param name="broadcastDims">dimensions along which one coin counts for all; negative ones count from the last</param>
    /// <param name="deterministic">true at evaluation; null: given at each call</param>
    /// <param name="rngCollection">name of the stream</param>
    /// <param name="version">era whose bits are computed; <see cref="JaxVersion.Formula"/> when null</param>
    /// <exception cref="KeyNotFoundException">The streams hold neither <paramref name="rngCollection"/> nor "default", in an era that forks.</exception>
    /// <exception cref="ArgumentException"><paramref name="rngs"/> is a key, in an era that forks.</exception>
    public NnxDropout(double rate, KeySource? rngs = null, IReadOnlyList<int>? broadcastDims = null, bool? deterministic = false, string rngCollection = "dropout", JaxVersion? version = null)
    {
        _version = version ?? JaxVersion.Formula;
        (Rate, Deterministic, _collection, _broadcastDims) = (rate, deterministic, rngCollection, [.. broadcastDims ?? []]);
        _rngs = rngs is not null && _version.DropoutForks ? rngs.Fork(rngCollection) : rngs;
    }

    /// <summary>Fraction dropped on average; not the keep probability.</summary>
    public double Rate { get; }

    /// <summary>True at evaluation; null when each call says it.</summary>
    public bool? Deterministic { get; set; }

    /// <summary>Switches to training, as <c>Module.train()</c> does for a layer that has the flag.</summary>
    public void Train() => Deterministic = false;

    /// <summary>Switches to evaluation, as <c>Module.eval()</c> does for a layer that has the flag.</summary>
    public void Eval() => Deterministic = true;

    /// <summary>Applies dropout once.</summary>
    /// <param name="x">activations, row-major</param>
    /// <param name="deterministic">true at evaluation; wins over <see cref="Deterministic"/></param>
    /// <param name="rngs">streams, stream or key to draw from; wins over the constructor's</param>
    /// <param name="shape">shape of <paramref name="x"/>; one dimension when null</param>
    /// <returns><paramref name="x"/> itself when deterministic or at rate 0, no key being drawn; else a new array</returns>
    /// <exception cref="ArgumentException">Neither the call nor the constructor gave a flag, or, in training, <c>rngs</c>; the text is Flax's.</exception>
    /// <exception cref="KeyNotFoundException">The streams hold neither the layer's stream nor "default".</exception>
    public float[] Forward(float[] x, bool? deterministic = null, KeySource? rngs = null, IReadOnlyList<int>? shape = null) =>
        Forward(x, out _, deterministic, rngs, shape);

    /// <summary>Applies dropout once and keeps the mask for the backward pass.</summary>
    /// <param name="x">activations, row-major</param>
    /// <param name="mask">the mask of this call</param>
    /// <param name="deterministic">true at evaluation; wins over <see cref="Deterministic"/></param>
    /// <param name="rngs">streams, stream or key to draw from; wins over the constructor's</param>
    /// <param name="shape">shape of <paramref name="x"/>; one dimension when null</param>
    /// <returns>as the other overload</returns>
    /// <exception cref="ArgumentException">As the other overload.</exception>
    /// <exception cref="KeyNotFoundException">As the other overload.</exception>
    public float[] Forward(float[] x, out DropoutMask mask, bool? deterministic = null, KeySource? rngs = null, IReadOnlyList<int>? shape = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        mask = Draw([.. shape ?? [x.Length]], deterministic, rngs);
        return mask.Forward(x);
    }

    private DropoutMask Draw(int[] shape, bool? deterministic, KeySource? rngs)
    {
        bool isDeterministic = deterministic ?? Deterministic ?? throw new ArgumentException(NoFlag);
        if (Rate == 0 || isDeterministic)
            return DropoutMask.PassThrough;
        if (Rate == 1)
            return DropoutMask.Nothing;
        var source = rngs ?? _rngs ?? throw new ArgumentException(NoRngs);
        return DropoutMask.Draw(source.Draw(_collection), Rate, shape, _broadcastDims, _version);
    }
}
