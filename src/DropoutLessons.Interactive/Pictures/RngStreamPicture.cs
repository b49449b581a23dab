using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Draws the keys of one stream as wires from its base key.</summary>
internal static class RngStreamPicture
{
    private const int MostShown = 8;

    public static Picture Draw(RngStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        uint first = stream.Count > MostShown ? stream.Count - MostShown : 0;
        KeyWire[] wires = [.. Enumerable.Range(0, (int)(stream.Count - first) + 1).Select(i => first + (uint)i)
            .Select(count => new KeyWire($"\"{stream.Tag}\"", Invariant($"fold_in(key, {count})"), count == stream.Count ? "next" : Invariant($"call {count}"), stream.Key.FoldIn(count)))];

        string left = first == 0 ? "" : Invariant($" Drawn are the last {MostShown} and the next.");
        string caption = Invariant($"The stream \"{stream.Tag}\" folds its counter into the base key {Numbers.Key(stream.Key)}: {stream.Count} keys handed out, the next is key {stream.Count}.{left}");
        return new("Stream", caption, new(WirePanel.Of("", wires, isNextPending: true)), WirePanel.Table([("", wires)]));
    }
}
