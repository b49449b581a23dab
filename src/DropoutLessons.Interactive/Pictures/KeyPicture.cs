using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Draws the 64 bits of a key.</summary>
internal static class KeyPicture
{
    private static readonly int[] s_labelled = [31, 24, 16, 8, 0];

    public static Picture Draw(PrngKey key)
    {
        uint[] words = [key.Hi, key.Lo];
        var cells = new Cells(
            Array.ConvertAll(words, word => Bits(word).Select(bit => bit - (double)'0').ToArray()), "1", "0", ("1", "0"));
        var panel = new Panel(
            new("bit", -0.5, 31.5) { Names = [.. s_labelled.Select(bit => (31.0 - bit, Invariant($"{bit}")))] },
            new("word", 1.5, -0.5) { Names = [(0, "hi"), (1, "lo")] }, cells);

        string caption = Invariant($"The key {Numbers.Key(key)}: two words of 32 bits, as jax.random.key_data shows them. Equal keys give equal numbers, however often they are drawn.");
        var rows = new List<string[]>
        {
            new[] { "hi", Invariant($"{key.Hi}"), Numbers.Hex(key.Hi) },
            new[] { "lo", Invariant($"{key.Lo}"), Numbers.Hex(key.Lo) },
        };
        rows.AddRange(Enumerable.Range(0, 3).Select(i => (string[])[Invariant($"fold_in(key, {i})"), Numbers.Key(key.FoldIn(i)), Invariant($"{Numbers.Hex(key.FoldIn(i).Hi)} {Numbers.Hex(key.FoldIn(i).Lo)}")]));
        rows.AddRange(key.Uniform(3).Select((u, i) => (string[])[Invariant($"uniform(key, 3)[{i}]"), Numbers.Exact(u), Numbers.Bits(u)]));
        return new("Key", caption, new(panel), new(["what", "value", "bits"], rows));
    }

    /// <summary>Draws the bits alone, small enough to stand in a line of text or in a cell of a table.</summary>
    public static string Strip(PrngKey key)
    {
        var canvas = new SvgCanvas(32 * 5, 10);
        foreach (var (word, row) in new[] { (key.Hi, 0), (key.Lo, 1) })
            foreach (bool isOne in new[] { false, true })
                canvas.Squares(0, 0, 5, Bits(word).Select((bit, column) => (Bit: bit, At: (column, row))).Where(cell => cell.Bit == '1' == isOne).Select(cell => cell.At), isOne ? Palette.Blue : Palette.Sand, 1, isTight: false);
        return canvas.ToString();
    }

    private static string Bits(uint word) => word.ToString("b32", System.Globalization.CultureInfo.InvariantCulture);
}
