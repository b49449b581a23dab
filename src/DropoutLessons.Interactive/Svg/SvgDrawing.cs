namespace DropoutLessons;

/// <summary>Draws a <see cref="Drawing"/> as a still image.</summary>
internal static class SvgDrawing
{
    /// <summary>Writes the whole drawing as an SVG document.</summary>
    public static string Write(Drawing drawing)
    {
        var canvas = new SvgCanvas(Drawing.Width, drawing.Height);
        SvgLegend.Draw(canvas, drawing.Legend);
        double top = drawing.Above;
        foreach (var panel in drawing.Panels)
        {
            var frame = new SvgFrame(panel, Drawing.Left, top);
            SvgAxes.Draw(canvas, frame);
            foreach (var layer in panel.Layers)
                SvgLayer.Draw(canvas, frame, layer);
            top += panel.Height + panel.Below;
        }
        return canvas.ToString();
    }
}

/// <summary>Turns values into places on the canvas.</summary>
/// <param name="Panel">chart that is drawn</param>
/// <param name="Left">left border of the drawn area in pixels</param>
/// <param name="Top">its upper border in pixels</param>
internal sealed record SvgFrame(Panel Panel, double Left, double Top)
{
    public double Width => Panel.DrawnWidth;

    public double Height => Panel.Height;

    public double X(double value) => Left + ((value - Panel.X.From) / (Panel.X.To - Panel.X.From) * Width);

    public double Y(double value) => Top + Height - ((value - Panel.Y.From) / (Panel.Y.To - Panel.Y.From) * Height);

    /// <summary>Places the points whose two values are finite.</summary>
    public IEnumerable<(double X, double Y)> Points(double[] x, double[] y) =>
        x.Zip(y).Where(point => double.IsFinite(point.First) && double.IsFinite(point.Second)).Select(point => (X(point.First), Y(point.Second)));
}
