namespace DropoutLessons;

/// <summary>Stands in for a function under <c>jax.jit</c> that draws a mask: traced once for each length, run as often as it is called.</summary>
/// <remarks>
/// Shows what a trace does to keys and nothing else of jit. What the trace makes by itself is a constant afterwards; what comes as the argument is new at each call.
/// Deterministic. Source: docs.jax.dev, "Just-in-time compilation" and "Stateful computations".
/// </remarks>
/// <param name="trace">what Python does while it is traced, given the length; returns what runs at each call, from the call's argument to the mask</param>
public sealed class TracedMask(Func<int, Func<PrngKey, bool[]>> trace)
{
    private readonly Func<int, Func<PrngKey, bool[]>> _trace = trace ?? throw new ArgumentNullException(nameof(trace));
    private readonly Dictionary<int, Func<PrngKey, bool[]>> _recorded = [];

    /// <summary>Number of traces so far: one for each length that was asked for.</summary>
    public int Traces => _recorded.Count;

    /// <summary>Runs what was recorded for <paramref name="length"/>, after tracing it where this is the first call of that length.</summary>
    /// <param name="length">number of elements; a part of the type, so another length is traced anew</param>
    /// <param name="key">argument of this call; a function that ignores it sees only what it held when it was traced</param>
    public bool[] Run(int length, PrngKey key = default)
    {
        if (!_recorded.TryGetValue(length, out var run))
            _recorded[length] = run = _trace(length);
        return run(key);
    }
}
