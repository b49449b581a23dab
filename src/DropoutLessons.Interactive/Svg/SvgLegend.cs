namespace DropoutLessons;

/// <summary>Draws the legend, and the signs and dashes it explains.</summary>
internal static class SvgLegend
{
    public static void Draw(SvgCanvas canvas, Legend legend)
    {
        for (int row = 0; row < legend.Rows.Count; row++)
            foreach (var (left, layer) in legend.Rows[row])
            {
                double middle = 16 + (22 * row);
                DrawSwatch(canvas, left, middle, layer);
                canvas.Text(left + 26, middle + 4, layer.Name, "start");
            }
    }

    /// <summary>Gives the lengths of strokes and gaps.</summary>
    public static string Dashes(Dash dash) => dash switch { Dash.Dashed => "8 4", Dash.Dotted => "2 3", Dash.DashDotted => "8 3 2 3", _ => "" };

    public static void DrawSign(SvgCanvas canvas, double x, double y, Sign sign, string colour)
    {
        string path = sign switch
        {
            Sign.Disc or Sign.Ring => "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z",
            Sign.Cross => "M-4-4L4 4M4-4L-4 4",
            Sign.Square => "M-5-5h10v10h-10z",
            Sign.Diamond => "M0-6.5L6.5 0L0 6.5L-6.5 0z",
            Sign.Triangle => "M0-6L6 5h-12z",
            _ => "",
        };
        if (path.Length > 0)
            canvas.Shape(x, y, path, colour, sign is not (Sign.Ring or Sign.Cross or Sign.Diamond));
    }

    private static void DrawSwatch(SvgCanvas canvas, double left, double middle, Layer layer)
    {
        switch (layer)
        {
            case Curve curve:
                canvas.Line([(left, middle), (left + 22, middle)], curve.Colour, Dashes(curve.Dash));
                break;
            case Band band:
                canvas.Area([(left, middle - 6), (left + 22, middle - 6), (left + 22, middle + 6), (left, middle + 6)], band.Colour);
                break;
            case Bars bars:
                canvas.Rectangle(left + 5, middle - 6, 12, 12, bars.Colour, bars.IsHatched);
                break;
            case Marks marks:
                DrawSign(canvas, left + 11, middle, marks.Sign, marks.Colour);
                break;
            case Meaning meaning:
                canvas.Rectangle(left + 3, middle - 8, 16, 16, meaning.Colour);
                canvas.Text(left + 11, middle + 4, meaning.Sign, "middle", colour: meaning.Colour == Palette.Blue ? "#ffffff" : "#222222");
                break;
        }
    }
}
