using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Draws keys as wires from roots on the left to call sites on the right.</summary>
internal static class WirePanel
{
    private const int RowHeight = 34;
    private const double Bend = 0.3, End = 1;

    private static readonly string[] s_header = ["in", "from", "via", "call site", "key", "state"];
    private static readonly (string Name, string Colour, Sign Sign, Dash Dash)[] s_looks =
    [
        ("a key of its own", Palette.Blue, Sign.Disc, Dash.Solid),
        ("a key that another call site has, too", Palette.Orange, Sign.Diamond, Dash.Dashed),
        ("the next key, not drawn yet", Palette.Green, Sign.Ring, Dash.Dotted),
    ];

    /// <summary>Draws the wires in order, one below the other.</summary>
    /// <param name="title">words above them; empty for none</param>
    /// <param name="wires">what is drawn</param>
    /// <param name="isNextPending">whether the last key has not been drawn yet</param>
    public static Panel Of(string title, IReadOnlyList<KeyWire> wires, bool isNextPending = false)
    {
        string[] roots = [.. wires.Select(wire => wire.Root).Distinct()];
        double Row(string root) => wires.Select((wire, i) => (wire, i)).Where(pair => pair.wire.Root == root).Average(pair => pair.i);
        int[] looks = [.. wires.Select((wire, i) => isNextPending && i == wires.Count - 1 ? 2 : IsShared(wire, wires) ? 1 : 0)];
        double[] rows = [.. wires.Select((_, i) => (double)i)];
        double above = title.Length > 0 ? 1.5 : 0.8;

        return new(new("", -0.55, 2.4), new("", Math.Max(wires.Count, 1) - 0.6, -above),
        [
            .. wires.Select((wire, i) => new Curve("", s_looks[looks[i]].Colour, [0, Bend, End], [Row(wire.Root), i, i], s_looks[looks[i]].Dash)),
            .. title.Length > 0 ? [new Marks("", Palette.Grey, [-0.55], [-1.1], Sign.None) { Texts = [title], Side = Side.Right }] : Array.Empty<Layer>(),
            new Marks("", Palette.Grey, new double[roots.Length], [.. roots.Select(Row)], Sign.Square) { Texts = roots, Side = Side.Left },
            new Marks("", Palette.Grey, [.. rows.Select(_ => (Bend + End) / 2)], [.. rows.Select(row => row - 0.08)], Sign.None) { Texts = [.. wires.Select(wire => wire.Via)], Side = Side.Above },
            .. Enumerable.Range(0, s_looks.Length).Where(looks.Contains).Select(Sites),
        ])
        { PlainHeight = (int)((Math.Max(wires.Count, 1) - 0.6 + above) * RowHeight) };

        Marks Sites(int look)
        {
            int[] chosen = [.. Enumerable.Range(0, wires.Count).Where(i => looks[i] == look)];
            return new(s_looks[look].Name, s_looks[look].Colour, Array.ConvertAll(chosen, _ => End), Array.ConvertAll(chosen, i => (double)i), s_looks[look].Sign)
            {
                Texts = Array.ConvertAll(chosen, i => Invariant($"{wires[i].CallSite}: {Numbers.Key(wires[i].Key)}")),
                Side = Side.Right,
            };
        }
    }

    /// <summary>Lists the wires of every group; with one group alone its name is left out.</summary>
    public static PictureTable Table(IReadOnlyList<(string Title, IReadOnlyList<KeyWire> Wires)> groups) => new(
        [.. s_header.Skip(groups.Count > 1 ? 0 : 1)],
        [.. groups.SelectMany(group => group.Wires.Select(wire => (string[])
            [.. new[] { group.Title, wire.Root, wire.Via, wire.CallSite, Numbers.Key(wire.Key), IsShared(wire, group.Wires) ? "shared" : "" }.Skip(groups.Count > 1 ? 0 : 1)]))]);

    /// <summary>Counts the wires whose key another one has, too.</summary>
    public static int Shared(IReadOnlyList<KeyWire> wires) => wires.Count(wire => IsShared(wire, wires));

    private static bool IsShared(KeyWire wire, IReadOnlyList<KeyWire> wires) => wires.Count(other => other.Key == wire.Key) > 1;
}
