using System.Security.Cryptography;
using System.Text;

namespace DropoutLessons;

/// <summary>Is the place of one module in one <c>apply</c> call: its path, its children, and the keys it may draw.</summary>
/// <remarks>A key depends on the root key, the path and how often this path has drawn: threaded through the call, owned by nobody. Source: flax/core/scope.py @18f8f311c.</remarks>
public sealed class LinenScope
{
    private readonly LinenRngs _rngs;
    private readonly string[] _path;
    private readonly Dictionary<string, uint> _draws = [];
    private readonly Dictionary<LinenModule, LinenScope> _children = [];
    private readonly Dictionary<string, int> _unnamed = [];

    internal LinenScope(LinenRngs rngs, LinenOptions options, string[] path) => (_rngs, Options, _path) = (rngs, options, path);

    /// <summary>Names of the modules from below the root down to this one.</summary>
    public IReadOnlyList<string> Path => _path;

    /// <summary>The flag the call was made with: true at evaluation; null when each layer says it in its constructor.</summary>
    public bool? Deterministic => Options.Deterministic;

    internal LinenOptions Options { get; }

    /// <summary>Draws the next key of a stream: <c>self.make_rng(name)</c>.</summary>
    /// <param name="name">name of the stream; "params" is drawn from where it is missing</param>
    /// <exception cref="InvalidRngException">Neither key was handed to <c>apply</c>; the text is Flax's.</exception>
    /// <remarks>Advances the counter of this path and stream by one; the first value used is 1.</remarks>
    public PrngKey MakeRng(string name)
    {
        string stream = _rngs.Resolve(name) ?? throw new InvalidRngException(_path.LastOrDefault() ?? "None", name);
        uint count = _draws[stream] = _draws.GetValueOrDefault(stream) + 1;
        return _rngs.Root(stream).FoldIn(PathHash(_path, count, Options.HasRngSeparator));
    }

    /// <summary>Calls a child module; the same instance keeps its name and its counters from call to call.</summary>
    /// <param name="child">module below this one</param>
    /// <param name="x">its input</param>
    public float[] Call(LinenModule child, float[] x)
    {
        ArgumentNullException.ThrowIfNull(child);
        if (!_children.TryGetValue(child, out var scope))
            _children[child] = scope = new(_rngs, Options, [.. _path, child.Name ?? NextName(child.ClassName)]);
        return child.Call(scope, x);
    }

    /// <summary>Calls a module as if it were this one: same path, same counters, as a method that Linen wraps without a scope of its own.</summary>
    /// <param name="module">module to run here</param>
    /// <param name="x">its input</param>
    public float[] CallInPlace(LinenModule module, float[] x)
    {
        ArgumentNullException.ThrowIfNull(module);
        return module.Call(this, x);
    }

    /// <summary>Computes the number folded into the root key: the first four bytes, big-endian, of a SHA-1 over path and count.</summary>
    internal static uint PathHash(IEnumerable<string> path, uint count, bool hasSeparator)
    {
        using var bytes = new MemoryStream();
        void Add(ReadOnlySpan<byte> part)
        {
            if (hasSeparator)
                bytes.WriteByte(0);
            bytes.Write(part);
        }
        foreach (string name in path)
            Add(Encoding.UTF8.GetBytes(name));
        Span<byte> counter = [(byte)(count >> 24), (byte)(count >> 16), (byte)(count >> 8), (byte)count];
        Add(counter.TrimStart((byte)0));
#pragma warning disable CA5350 // Not for secrecy: Flax derives its keys with SHA-1.
        byte[] hash = SHA1.HashData(bytes.ToArray());
#pragma warning restore CA5350
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash);
    }

    private string NextName(string className)
    {
        int number = _unnamed.GetValueOrDefault(className);
        _unnamed[className] = number + 1;
        return $"{className}_{number}";
    }
}
