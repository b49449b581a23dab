using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Tells how a key came from a root to the place that draws with it.</summary>
/// <param name="Root">where it comes from, such as a stream's name</param>
/// <param name="Via">what is folded in on the way, such as "count 0"</param>
/// <param name="CallSite">what draws with it, such as a layer and a call</param>
/// <param name="Key">the key that arrives</param>
public sealed record KeyWire(string Root, string Via, string CallSite, PrngKey Key)
{
    /// <summary>Draws a key for each call site from a stream, as nnx layers do.</summary>
    /// <param name="rngs">streams; the counter of the one that is drawn from advances by one for each call site</param>
    /// <param name="stream">name the layers draw under; "default" stands in for one that is missing</param>
    /// <param name="callSites">what draws, in order</param>
    /// <exception cref="KeyNotFoundException">The streams hold neither <paramref name="stream"/> nor "default".</exception>
    public static KeyWire[] Nnx(Rngs rngs, string stream, params string[] callSites)
    {
        ArgumentNullException.ThrowIfNull(rngs);
        ArgumentNullException.ThrowIfNull(callSites);
        var source = rngs[stream];
        return [.. callSites.Select(site => (Site: site, source.Count, Key: source.NextKey())).Select(draw => new KeyWire($"\"{source.Tag}\"", Invariant($"count {draw.Count}"), draw.Site, draw.Key))];
    }

    /// <summary>Draws a key for each path in one <c>apply</c>, as Linen layers do.</summary>
    /// <param name="rngs">keys handed to <c>apply</c></param>
    /// <param name="stream">name the layers draw under; "params" stands in for one that is missing</param>
    /// <param name="paths">paths of the layers, such as "Block_0/Dropout_0", in the order they draw; empty for the root, and one that stands here twice draws twice</param>
    /// <exception cref="InvalidRngException">Neither key was handed over.</exception>
    /// <remarks>Pure: the same keys and paths give the same wires.</remarks>
    public static KeyWire[] Linen(LinenRngs rngs, string stream, params string[] paths)
    {
        ArgumentNullException.ThrowIfNull(rngs);
        ArgumentNullException.ThrowIfNull(paths);
        var wires = new List<KeyWire>();
        new LinenProbe(stream, paths, wires).Apply([], rngs);
        return [.. wires];
    }
}
