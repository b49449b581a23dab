using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Draws a mask as a grid.</summary>
internal static class MaskPicture
{
    private const int MostCellsAcross = 64;
    private const int MostCellsWithSigns = 400;
    private const int MostRowsListed = 64;
    private const int Shades = 32;

    public static Picture Draw(bool[] mask, double rate, int columns)
    {
        ArgumentNullException.ThrowIfNull(mask);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        if (rate is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "The rate is the fraction dropped and lies in [0, 1].");
        int across = columns > 0 ? columns : Math.Max(1, (int)Math.Ceiling(Math.Sqrt(mask.Length)));
        var grid = Grid.Of(mask, across);

        return new("Mask", Caption(mask, rate, grid), Figure(grid), Svg(grid), Numbers(mask, across));
    }

    private static string Caption(bool[] mask, double rate, Grid grid)
    {
        int kept = mask.Count(isKept => isKept);
        double expected = mask.Length * (1 - rate), spread = 1.96 * Math.Sqrt(mask.Length * rate * (1 - rate));
        string band = Invariant($"expected {expected:0.#}, in 95 of 100 masks between {Math.Max(0, Math.Floor(expected - spread)):0} and {Math.Min(mask.Length, Math.Ceiling(expected + spread)):0}");
        string reduced = grid.Block == 1 ? "" : Invariant($" Each cell is the fraction kept of {grid.Block} × {grid.Block} elements.");
        return Invariant($"{kept} of {mask.Length} kept, {mask.Length - kept} dropped ({band}). Dark: kept. Light{(HasSigns(grid) ? " with ×" : "")}: dropped.{reduced}");
    }

    private static string Figure(Grid grid) => PlotlyFigure.Heatmap(
        grid.Cells, grid.Cells.Select(row => row.Select(cell => HasSigns(grid) && cell == 0 ? "×" : "").ToArray()).ToArray(), Palette.Dropped, Palette.Kept);

    private static string Svg(Grid grid)
    {
        double size = 480.0 / grid.Cells.Max(row => row.Length);
        var canvas = new SvgCanvas(496, (size * grid.Cells.Length) + 16);
        var cells = grid.Cells.SelectMany((line, row) => line.Select((kept, column) => (At: (Column: column, Row: row), Kept: kept))).ToArray();
        canvas.Cells(8, 8, size, cells.Select(cell => cell.At), Palette.Dropped);
        // A still image needs no finer shades than these.
        foreach (var shade in cells.Where(cell => cell.Kept > 0).GroupBy(cell => Math.Ceiling(cell.Kept * Shades) / Shades))
            canvas.Cells(8, 8, size, shade.Select(cell => cell.At), Palette.Kept, shade.Key);
        if (HasSigns(grid))
            foreach (var (at, _) in cells.Where(cell => cell.Kept == 0))
                canvas.Text(8 + ((at.Column + 0.47) * size), 8 + ((at.Row + 0.66) * size), "×", size * 0.6);
        return canvas.ToString();
    }

    private static PictureTable Numbers(bool[] mask, int across)
    {
        var rows = mask.Chunk(across).Take(MostRowsListed)
            .Select((row, i) => (string[])[Invariant($"{i * across}"), string.Concat(row.Take(128).Select(isKept => isKept ? '1' : '0')) + (row.Length > 128 ? "…" : "")]).ToArray();
        int all = (mask.Length + across - 1) / across;
        return new(["from element", "mask (1 kept, 0 dropped)"], rows, all > MostRowsListed ? Invariant($"The first {MostRowsListed} of {all} rows.") : "");
    }

    private static bool HasSigns(Grid grid) => grid.Block == 1 && grid.Cells.Sum(row => row.Length) <= MostCellsWithSigns;

    /// <summary>Holds the fraction kept in each cell; a cell stands for <paramref name="Block"/> × <paramref name="Block"/> elements.</summary>
    private sealed record Grid(double[][] Cells, int Block)
    {
        public static Grid Of(bool[] mask, int across)
        {
            int down = (mask.Length + across - 1) / across;
            int block = Math.Max(1, (Math.Max(across, down) + MostCellsAcross - 1) / MostCellsAcross);
            var cells = new List<double[]>();
            for (int top = 0; top < Math.Max(down, 1); top += block)
                cells.Add([.. Enumerable.Range(0, (across + block - 1) / block).Select(column => Kept(mask, across, top, column * block, block)).OfType<double>()]);
            return new([.. cells], block);
        }

        private static double? Kept(bool[] mask, int across, int top, int left, int block)
        {
            int kept = 0, all = 0;
            for (int row = top; row < top + block; row++)
                for (int column = left; column < Math.Min(left + block, across); column++)
                    if ((long)row * across + column is var i && i < mask.Length)
                    {
                        all++;
                        kept += mask[i] ? 1 : 0;
                    }
            return all == 0 ? null : (double)kept / all;
        }
    }
}
