using System.Globalization;
using System.Net;
using System.Text;

namespace DropoutLessons;

/// <summary>Writes a still image as an SVG document, on white so that it reads in light and dark pages alike.</summary>
/// <param name="width">width in user units</param>
/// <param name="height">height in user units</param>
internal sealed class SvgCanvas(double width, double height)
{
    private readonly StringBuilder _shapes = new();

    public void Rectangle(double x, double y, double w, double h, string fill, double opacity = 1) =>
        _shapes.Append("<rect x=\"").Append(N(x)).Append("\" y=\"").Append(N(y)).Append("\" width=\"").Append(N(w)).Append("\" height=\"").Append(N(h))
            .Append("\" fill=\"").Append(fill).Append(opacity < 1 ? $"\" fill-opacity=\"{N(opacity)}" : "").Append("\"/>");

    /// <summary>Draws squares of one colour, a few bytes each, on a grid whose cells are <paramref name="size"/> wide.</summary>
    public void Cells(double x, double y, double size, IEnumerable<(int Column, int Row)> cells, string fill, double opacity = 1) =>
        // A short thick line is the shortest way to write a square.
        _shapes.Append("<path transform=\"translate(").Append(N(x)).Append(' ').Append(N(y + (size * 0.47))).Append(")scale(").Append(size.ToString("0.####", CultureInfo.InvariantCulture)).Append(")\" stroke-width=\".94\" stroke=\"").Append(fill)
            .Append(opacity < 1 ? $"\" stroke-opacity=\"{N(opacity)}" : "").Append("\" d=\"").Append(string.Concat(cells.Select(cell => $"M{cell.Column} {cell.Row}h.94"))).Append("\"/>");

    public void Polygon((double X, double Y)[] points, string fill) =>
        _shapes.Append("<polygon points=\"").Append(Points(points)).Append("\" fill=\"").Append(fill).Append("\"/>");

    public void Line((double X, double Y)[] points, string stroke) =>
        _shapes.Append("<polyline points=\"").Append(Points(points)).Append("\" fill=\"none\" stroke-width=\"2\" stroke=\"").Append(stroke).Append("\"/>");

    public void Text(double x, double y, string text, double size) =>
        _shapes.Append("<text x=\"").Append(N(x)).Append("\" y=\"").Append(N(y)).Append("\" font-size=\"").Append(N(size))
            .Append("\" font-family=\"sans-serif\" text-anchor=\"middle\" fill=\"#333333\">").Append(WebUtility.HtmlEncode(text)).Append("</text>");

    public override string ToString() =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {N(width)} {N(height)}\" width=\"{N(width)}\" height=\"{N(height)}\"><rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>{_shapes}</svg>";

    private static string Points((double X, double Y)[] points) => string.Join(' ', points.Select(point => $"{N(point.X)},{N(point.Y)}"));

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
