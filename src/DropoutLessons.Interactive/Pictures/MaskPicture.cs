using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Draws a mask as a grid.</summary>
internal static class MaskPicture
{
    private const int MostAcross = 64;

    public static Picture Draw(bool[] mask, double rate, int columns)
    {
        ArgumentNullException.ThrowIfNull(mask);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        Numbers.CheckRate(rate);
        int across = columns > 0 ? columns : Math.Max(1, (int)Math.Ceiling(Math.Sqrt(mask.Length)));
        var grid = Grid.Of(mask, across);

        var cells = new Cells(grid.Cells, "kept", "dropped", grid.IsReduced || mask.Length > Cells.MostApart ? null : ("", "×"));
        var panel = new Panel(Axis("column", cells.Columns, grid.Across), Axis("row", cells.Rows, grid.Down, isDown: true), cells);
        return new("Mask", Caption(mask, rate, grid), new(panel), grid.IsReduced ? BlockTable(grid) : Table(mask, across));
    }

    private static Axis Axis(string title, int cells, int block, bool isDown = false) => new(block == 1 ? title : Invariant($"{title}s, {block} to a cell"), isDown ? cells - 0.5 : -0.5, isDown ? -0.5 : cells - 0.5)
    {
        Names = cells <= 8 ? [.. Enumerable.Range(0, cells).Select(i => ((double)i, Invariant($"{i * block}")))]
            : [.. Enumerable.Range(0, cells).Where(i => i % ((cells + 7) / 8) == 0).Select(i => ((double)i, Invariant($"{i * block}")))],
    };

    private static string Caption(bool[] mask, double rate, Grid grid)
    {
        int kept = mask.Count(isKept => isKept);
        double expected = mask.Length * (1 - rate), spread = 1.96 * Math.Sqrt(mask.Length * rate * (1 - rate));
        string band = Invariant($"expected {expected:0.#}, in 95 of 100 masks between {Math.Max(0, Math.Floor(expected - spread)):0} and {Math.Min(mask.Length, Math.Ceiling(expected + spread)):0}");
        string reduced = grid.IsReduced ? Invariant($" Each cell is the fraction kept of {grid.Down} × {grid.Across} elements: the darker, the more.") : "";
        return Invariant($"{kept} of {mask.Length} kept, {mask.Length - kept} dropped ({band}).{reduced}");
    }

    private static PictureTable BlockTable(Grid grid) => new(
        ["from row", "percent kept, cell by cell"],
        [.. grid.Cells.Select((row, i) => (string[])[Invariant($"{i * grid.Down}"), string.Join(' ', row.Select(kept => Invariant($"{kept * 100:0}")))])],
        Invariant($"Each number stands for {grid.Down} × {grid.Across} elements."));

    private static PictureTable Table(bool[] mask, int across)
    {
        var rows = mask.Chunk(across).Select((row, i) => (string[])
            [Invariant($"{i * across}"), Invariant($"{row.Count(isKept => isKept)} of {row.Length}"), string.Concat(row.Select(isKept => isKept ? '1' : '0'))]).ToArray();
        return new(["from element", "kept", "mask (1 kept, 0 dropped)"], rows);
    }

    /// <summary>Holds the fraction kept in each cell; a cell stands for <paramref name="Down"/> × <paramref name="Across"/> elements.</summary>
    private sealed record Grid(double[][] Cells, int Down, int Across)
    {
        public bool IsReduced => Down > 1 || Across > 1;

        public static Grid Of(bool[] mask, int across)
        {
            int rows = Math.Max(1, (mask.Length + across - 1) / across);
            int blockDown = (rows + MostAcross - 1) / MostAcross, blockAcross = (across + MostAcross - 1) / MostAcross;
            // Seen from afar an element is a square: a block of a wide matrix is square too.
            if (blockDown > 1 && blockAcross > 1)
                blockDown = blockAcross = Math.Max(blockDown, blockAcross);
            var cells = new double[(rows + blockDown - 1) / blockDown][];
            for (int row = 0; row < cells.Length; row++)
                cells[row] = [.. Enumerable.Range(0, (across + blockAcross - 1) / blockAcross).Select(column => Kept(mask, across, row * blockDown, column * blockAcross, blockDown, blockAcross)).OfType<double>()];
            return new(cells, blockDown, blockAcross);
        }

        private static double? Kept(bool[] mask, int across, int top, int left, int down, int wide)
        {
            int kept = 0, all = 0;
            for (int row = top; row < top + down; row++)
                for (int column = left; column < Math.Min(left + wide, across); column++)
                    if ((long)row * across + column is var i && i < mask.Length)
                    {
                        all++;
                        kept += mask[i] ? 1 : 0;
                    }
            return all == 0 ? null : Math.Round((double)kept / all, 2);
        }
    }
}
