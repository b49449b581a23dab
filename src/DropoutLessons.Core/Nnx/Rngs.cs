using System.Collections;

namespace DropoutLessons;

/// <summary>Holds named streams of keys, as a module owns them in Flax nnx: <c>flax.nnx.Rngs</c>.</summary>
/// <remarks>
/// A name without a stream of its own falls back to the stream "default" and advances that one's counter; nothing is created on demand.
/// Write <c>new Rngs(0)</c>, or <c>new Rngs { { "params", 0 }, { "dropout", 42 } }</c>. Source: flax/nnx/rnglib.py, Rngs @18f8f311c.
/// </remarks>
public sealed class Rngs : IReadOnlyCollection<RngStream>
{
    /// <summary>Name of the stream that unnamed and unknown draws use.</summary>
    public const string DefaultStream = "default";

    private readonly List<RngStream> _streams = [];

    /// <summary>Makes a container without streams.</summary>
    public Rngs()
    {
    }

    /// <summary>Makes a container with one stream, "default".</summary>
    /// <param name="seed">seed of its base key</param>
    public Rngs(long seed) => Add(DefaultStream, seed);

    /// <summary>Makes a container with one stream, "default".</summary>
    /// <param name="key">its base key</param>
    public Rngs(PrngKey key) => Add(DefaultStream, key);

    /// <summary>Number of streams.</summary>
    public int Count => _streams.Count;

    /// <summary>Finds the stream called <paramref name="name"/>, or "default" when there is none of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is neither; Python's KeyError.</exception>
    public RngStream this[string name] =>
        Find(name) ?? Find(DefaultStream) ?? throw new KeyNotFoundException(NotFound(name));

    /// <summary>Adds a stream whose base key comes from <paramref name="seed"/>, or replaces the one of that name.</summary>
    /// <param name="name">name of the stream</param>
    /// <param name="seed">seed of its base key</param>
    public void Add(string name, long seed) => Add(name, PrngKey.FromSeed(seed));

    /// <summary>Adds a stream over <paramref name="key"/>, or replaces the one of that name.</summary>
    /// <param name="name">name of the stream</param>
    /// <param name="key">its base key</param>
    public void Add(string name, PrngKey key)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        int at = _streams.FindIndex(stream => stream.Tag == name);
        if (at < 0)
            _streams.Add(new(name, key));
        else
            _streams[at] = new(name, key);
    }

    /// <summary>Adds a stream that starts afresh from the base key of <paramref name="stream"/>; its counter is not taken over.</summary>
    /// <param name="name">name of the new stream</param>
    /// <param name="stream">stream whose base key is copied</param>
    public void Add(string name, RngStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Add(name, stream.Key);
    }

    /// <summary>Says whether a stream of exactly this name exists; the fallback to "default" does not count.</summary>
    public bool Contains(string name) => Find(name) is not null;

    /// <summary>Draws a fresh key from the stream <paramref name="name"/>, or from "default" where there is no such stream.</summary>
    /// <param name="name">name of the stream</param>
    /// <exception cref="MissingMemberException">There is neither; Python's AttributeError.</exception>
    public PrngKey NextKey(string name = DefaultStream) =>
        (Find(name) ?? Find(DefaultStream) ?? throw new MissingMemberException(NotFound(name))).NextKey();

    /// <summary>Draws a fresh key from "dropout", or from "default" where there is no "dropout".</summary>
    /// <exception cref="MissingMemberException">There is neither.</exception>
    public PrngKey Dropout() => NextKey("dropout");

    /// <summary>Draws a fresh key from "params", or from "default" where there is no "params".</summary>
    /// <exception cref="MissingMemberException">There is neither.</exception>
    public PrngKey Params() => NextKey("params");

    /// <summary>Makes a container in which each stream is forked; every counter here advances by one.</summary>
    public Rngs Fork()
    {
        var fork = new Rngs();
        foreach (var stream in _streams)
            fork.Add(stream.Tag, stream.NextKey());
        return fork;
    }

    /// <inheritdoc/>
    public IEnumerator<RngStream> GetEnumerator() => _streams.GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => $"Rngs({string.Join(", ", _streams.Select(stream => $"{stream.Tag}: count {stream.Count}"))})";

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string NotFound(string name) => $"No RngStream named '{name}' found in Rngs.";

    private RngStream? Find(string name) => _streams.Find(stream => stream.Tag == name);
}
