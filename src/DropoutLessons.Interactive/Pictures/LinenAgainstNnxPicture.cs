using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Draws how keys reach their call sites in nnx and in Linen, one below the other.</summary>
internal static class LinenAgainstNnxPicture
{
    private const int MostWires = 12;

    public static Picture Draw(IReadOnlyList<KeyWire> nnx, IReadOnlyList<KeyWire> linen)
    {
        ArgumentNullException.ThrowIfNull(nnx);
        ArgumentNullException.ThrowIfNull(linen);
        KeyWire[] first = [.. nnx.Take(MostWires)], second = [.. linen.Take(MostWires)];
        const string Above = "nnx: the Rngs counts", Below = "Linen: apply is handed keys, the path is folded in";

        string left = first.Length < nnx.Count || second.Length < linen.Count ? Invariant($" Drawn are the first {MostWires} of each.") : "";
        string caption = Invariant($"nnx: {nnx.Count} keys, {WirePanel.Shared(nnx)} of them shared between call sites. Linen: {linen.Count} keys, {WirePanel.Shared(linen)} shared.{left}");
        return new("Keys on their way: nnx and Linen", caption, new(WirePanel.Of(Above, first), WirePanel.Of(Below, second)), WirePanel.Table([("nnx", first), ("Linen", second)]));
    }
}
