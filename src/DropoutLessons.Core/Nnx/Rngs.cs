using System.Collections;
using System.Globalization;

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

    /// <summary>Adds a stream from a value whose type is known at run time only.</summary>
    /// <param name="name">name of the new stream</param>
    /// <param name="value">a whole number that fits 64 bits, a bool, a <see cref="PrngKey"/> or an <see cref="RngStream"/></param>
    /// <exception cref="ArgumentException">The value is something else, such as a float; the text is Flax's.</exception>
    public void AddObject(string name, object? value)
    {
        switch (value)
        {
            case bool flag:
                Add(name, flag ? 1 : 0);
                break;
            case int or long or uint or short or ushort or byte or sbyte:
                Add(name, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case PrngKey key:
                Add(name, key);
                break;
            case RngStream stream:
                Add(name, stream);
                break;
            default:
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Invalid rng value: {value ?? "None"}, expected a jax.Array of jax.dtypes.prng_key sub-dtype"));
        }
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

    /// <summary>Splits streams into <paramref name="count"/> containers, as many as there are lanes of a <c>vmap</c>.</summary>
    /// <param name="count">number of containers, at least 0</param>
    /// <param name="only">names of the streams to split; all of them when empty</param>
    /// <param name="version">era whose layout of counters is used; today's when null</param>
    /// <returns>containers that hold key i of each split; nnx holds the same keys as one batch</returns>
    /// <remarks>
    /// The counter of a split stream advances by one. A stream left out is copied by its base key alone, so it starts again and repeats its keys, as in nnx.
    /// </remarks>
    public Rngs[] Split(int count, IReadOnlyCollection<string>? only = null, JaxVersion? version = null)
    {
        var lanes = Enumerable.Range(0, count).Select(_ => new Rngs()).ToArray();
        foreach (var stream in _streams)
        {
            var keys = only is null || only.Contains(stream.Tag) ? stream.NextKey().Split(count, version) : Enumerable.Repeat(stream.Key, count).ToArray();
            for (int i = 0; i < count; i++)
                lanes[i].Add(stream.Tag, keys[i]);
        }
        return lanes;
    }

    /// <summary>Draws <paramref name="count"/> numbers evenly from [0, 1) with one fresh key of "default".</summary>
    /// <exception cref="MissingMemberException">There is no stream "default".</exception>
    public float[] Uniform(int count, JaxVersion? version = null) => NextKey().Uniform(count, version);

    /// <inheritdoc/>
    public IEnumerator<RngStream> GetEnumerator() => _streams.GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => $"Rngs({string.Join(", ", _streams.Select(stream => $"{stream.Tag}: count {stream.Count}"))})";

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string NotFound(string name) => $"No RngStream named '{name}' found in Rngs.";

    // A loop, because a lambda that knows the name would be allocated at every draw.
    private RngStream? Find(string name)
    {
        foreach (var stream in _streams)
            if (stream.Tag == name)
                return stream;
        return null;
    }
}
