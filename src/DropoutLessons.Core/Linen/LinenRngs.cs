using System.Collections;

namespace DropoutLessons;

/// <summary>Holds the keys handed to one <c>apply</c> call of a Linen module, by name.</summary>
/// <remarks>
/// Write <c>new LinenRngs { { "dropout", key } }</c>. A bare key means <c>{"params": key}</c>, and a draw from a name that is not there falls back to "params"
/// without a word. Source: flax/core/scope.py @18f8f311c.
/// </remarks>
public sealed class LinenRngs : IReadOnlyCollection<KeyValuePair<string, PrngKey>>
{
    internal const string Fallback = "params";

    private readonly Dictionary<string, PrngKey> _keys = [];

    /// <summary>Number of keys.</summary>
    public int Count => _keys.Count;

    /// <summary>Makes what Linen makes of <c>rngs=key</c>.</summary>
    public static implicit operator LinenRngs(PrngKey key) => new() { { Fallback, key } };

    /// <summary>Adds a root key, or replaces the one of that name.</summary>
    /// <param name="name">name of the stream, such as "dropout"</param>
    /// <param name="key">its root key</param>
    public void Add(string name, PrngKey key) => _keys[name] = key;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, PrngKey>> GetEnumerator() => _keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Finds the name whose key is drawn for <paramref name="name"/>: itself, "params", or none.</summary>
    internal string? Resolve(string name) => _keys.ContainsKey(name) ? name : _keys.ContainsKey(Fallback) ? Fallback : null;

    internal PrngKey Root(string name) => _keys[name];
}
