using System.Diagnostics.CodeAnalysis;

namespace DropoutLessons;

/// <summary>Is anything a Flax layer takes for <c>rngs</c>: an <see cref="Rngs"/>, an <see cref="RngStream"/> or a <see cref="PrngKey"/>.</summary>
/// <remarks>Pass any of the three; the conversion is implicit.</remarks>
public sealed class KeySource
{
    private readonly Func<string, PrngKey> _draw;
    private readonly Func<string, RngStream>? _fork;

    private KeySource(Func<string, PrngKey> draw, Func<string, RngStream>? fork) => (_draw, _fork) = (draw, fork);

    /// <summary>Draws from the container's stream of the layer's collection; null stays null.</summary>
    [return: NotNullIfNotNull(nameof(rngs))]
    public static implicit operator KeySource?(Rngs? rngs) => rngs is null ? null : new(name => rngs[name].NextKey(), name => rngs[name].Fork());

    /// <summary>Draws from the stream, whatever its name; null stays null.</summary>
    [return: NotNullIfNotNull(nameof(stream))]
    public static implicit operator KeySource?(RngStream? stream) => stream is null ? null : new(_ => stream.NextKey(), _ => stream.Fork());

    /// <summary>Uses the key itself: every call gets the same one.</summary>
    public static implicit operator KeySource(PrngKey key) => new(_ => key, fork: null);

    /// <summary>Draws a key for a layer.</summary>
    /// <param name="collection">name of the stream the layer draws from</param>
    /// <exception cref="KeyNotFoundException">The container has neither that stream nor "default".</exception>
    internal PrngKey Draw(string collection) => _draw(collection);

    /// <summary>Makes a stream that is the layer's own.</summary>
    /// <exception cref="ArgumentException">The source is a key, which a layer does not take at construction.</exception>
    internal RngStream Fork(string collection) => _fork is not null ? _fork(collection)
        : throw new ArgumentException("rngs must be a Rngs, RngStream or None, but got a PRNG key. Pass the key to the call instead.", nameof(collection));
}
