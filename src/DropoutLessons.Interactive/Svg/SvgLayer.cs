namespace DropoutLessons;

/// <summary>Draws the layers of a panel.</summary>
internal static class SvgLayer
{
    private const int Shades = 32;

    public static void Draw(SvgCanvas canvas, SvgFrame frame, Layer layer)
    {
        switch (layer)
        {
            case Bars bars:
                foreach (var (at, value) in bars.At.Zip(bars.Values).Where(bar => double.IsFinite(bar.Second) && bar.Second != 0))
                    DrawBar(canvas, frame, bars, at, value);
                break;
            case Curve curve:
                canvas.Line(frame.Points(curve.X, curve.Y), curve.Colour, SvgLegend.Dashes(curve.Dash));
                break;
            case Band band:
                canvas.Area(frame.Points(band.X, band.High).Concat(frame.Points(band.X, band.Low).Reverse()), band.Colour);
                break;
            case Marks marks:
                DrawMarks(canvas, frame, marks);
                break;
            case Cells cells:
                DrawCells(canvas, frame, cells);
                break;
        }
    }

    private static void DrawBar(SvgCanvas canvas, SvgFrame frame, Bars bars, double at, double value)
    {
        double left = frame.X(at + bars.Offset - (bars.Width / 2)), right = frame.X(at + bars.Offset + (bars.Width / 2)), zero = frame.Y(0), end = frame.Y(value);
        canvas.Rectangle(left, Math.Min(zero, end), right - left, Math.Abs(end - zero), bars.Colour, bars.IsHatched);
    }

    private static void DrawMarks(SvgCanvas canvas, SvgFrame frame, Marks marks)
    {
        var points = marks.X.Zip(marks.Y).Select((point, i) => (X: frame.X(point.First), Y: frame.Y(point.Second), I: i)).Where(point => double.IsFinite(point.Y));
        foreach (var (x, y, i) in points)
        {
            SvgLegend.DrawSign(canvas, x, y, marks.Sign, marks.Colour);
            double away = marks.Sign == Sign.None ? 5 : 9;
            if (marks.Texts is { } texts)
                canvas.Text(x + (marks.Side == Side.Right ? away : marks.Side == Side.Left ? -away : 0), y + (marks.Side == Side.Above ? -away : marks.Side == Side.Below ? away + 10 : 4), texts[i],
                    marks.Side == Side.Right ? "start" : marks.Side == Side.Left ? "end" : "middle");
        }
    }

    private static void DrawCells(SvgCanvas canvas, SvgFrame frame, Cells grid)
    {
        double size = frame.Panel.CellSize;
        var cells = grid.Values.SelectMany((line, row) => line.Select((kept, column) => (At: (Column: column, Row: row), Kept: kept))).ToArray();
        canvas.Squares(frame.Left, frame.Top, size, cells.Select(cell => cell.At), Palette.Sand, 1, grid.IsFine);
        // A still image needs no finer shades than these.
        foreach (var shade in cells.Where(cell => cell.Kept > 0).GroupBy(cell => Math.Ceiling(cell.Kept * Shades) / Shades).OrderBy(shade => shade.Key))
            canvas.Squares(frame.Left, frame.Top, size, shade.Select(cell => cell.At), Palette.Blue, shade.Key, grid.IsFine);
        if (grid.Texts is not { } signs)
            return;
        foreach (var (at, kept) in cells)
            if (signs[at.Row][at.Column] is { Length: > 0 } sign)
                canvas.Text(frame.Left + ((at.Column + 0.47) * size), frame.Top + ((at.Row + 0.68) * size), sign, "middle", size * 0.6, kept > 0.5 ? "#ffffff" : "#222222");
    }
}
