namespace DropoutLessons;

/// <summary>Hands out fresh keys by folding a counter into a base key: <c>flax.nnx.RngStream</c>.</summary>
/// <remarks>
/// The counter is its one piece of state. Two streams with equal base keys hand out equal keys, whatever their names.
/// Source: flax/nnx/rnglib.py, RngStream @18f8f311c.
/// </remarks>
/// <param name="tag">name of the stream</param>
/// <param name="key">base key; never changes</param>
public sealed class RngStream(string tag, PrngKey key)
{
    /// <summary>Name the stream was made under, such as "dropout".</summary>
    public string Tag { get; } = tag;

    /// <summary>Base key that the counter is folded into.</summary>
    public PrngKey Key { get; } = key;

    /// <summary>Number of keys handed out so far, modulo 2^32.</summary>
    public uint Count { get; internal set; }

    /// <summary>Returns key number <see cref="Count"/>, which is <c>fold_in(Key, Count)</c>, and advances <see cref="Count"/> by one.</summary>
    public PrngKey NextKey() => Key.FoldIn(unchecked(Count++));

    /// <summary>Makes a stream of its own from the next key; advances <see cref="Count"/> by one.</summary>
    public RngStream Fork() => new(Tag, NextKey());

    /// <summary>Makes <paramref name="count"/> streams from one split of the next key; advances <see cref="Count"/> by one.</summary>
    /// <param name="count">number of streams, at least 0</param>
    /// <param name="version">era whose layout of counters is used; today's when null</param>
    public RngStream[] Split(int count, JaxVersion? version = null) =>
        Array.ConvertAll(NextKey().Split(count, version), key => new RngStream(Tag, key));

    /// <inheritdoc/>
    public override string ToString() => $"RngStream(\"{Tag}\", key: ({Key.Hi}, {Key.Lo}), count: {Count})";
}
