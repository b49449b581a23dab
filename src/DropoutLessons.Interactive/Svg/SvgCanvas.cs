using System.Globalization;
using System.Net;
using System.Text;

namespace DropoutLessons;

/// <summary>Writes a still image as an SVG document that brings its own paper, white or black as the reader prefers, so that its ink can always be read.</summary>
/// <param name="width">width in pixels</param>
/// <param name="height">height in pixels</param>
internal sealed class SvgCanvas(double width, double height)
{
    private const string Style =
        ".p{fill:#fff}.i{fill:#222}.f{stroke:#222;stroke-opacity:.45}.g{stroke:#222;stroke-opacity:.14}"
        + "@media(prefers-color-scheme:dark){.p{fill:#111}.i{fill:#e8e8e8}.f{stroke:#e8e8e8}.g{stroke:#e8e8e8}}";

    private readonly StringBuilder _shapes = new();
    private readonly List<string> _hatched = [];

    /// <summary>Draws a rectangle filled with <paramref name="colour"/>.</summary>
    public void Rectangle(double x, double y, double w, double h, string colour, bool isHatched = false) =>
        Add($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(w)}\" height=\"{N(h)}\" fill=\"{(isHatched ? Hatch(colour) : colour)}\"{(isHatched ? $" stroke=\"{colour}\"" : "")}/>");

    /// <summary>Draws squares of one colour, a few bytes each, on a grid whose cells are <paramref name="size"/> wide.</summary>
    /// <param name="x">left border of the grid</param>
    /// <param name="y">upper border of the grid</param>
    /// <param name="size">width of a cell</param>
    /// <param name="cells">which cells, row by row</param>
    /// <param name="colour">their colour</param>
    /// <param name="opacity">how much of it covers what is below, in [0, 1]</param>
    /// <param name="isTight">whether neighbours touch, as they should where there are thousands</param>
    public void Squares(double x, double y, double size, IEnumerable<(int Column, int Row)> cells, string colour, double opacity, bool isTight)
    {
        // A thick line is the shortest way to write squares.
        var path = new StringBuilder();
        foreach (var (column, row, length) in isTight ? Runs(cells) : cells.Select(cell => (cell.Column, cell.Row, Length: 1)))
            path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h{(isTight ? length : 0.94)}");
        Add($"<path transform=\"translate({N(x)} {N(y + (size * 0.47))})scale({size.ToString("0.####", CultureInfo.InvariantCulture)})\" stroke-width=\"{(isTight ? "1" : ".94")}\" stroke=\"{colour}\"{(opacity < 1 ? $" stroke-opacity=\"{N(opacity)}\"" : "")} d=\"{path}\"/>");
    }

    /// <summary>Fills a polygon, half transparent.</summary>
    public void Area(IEnumerable<(double X, double Y)> points, string colour) =>
        Add($"<polygon points=\"{Points(points)}\" fill=\"{colour}\" fill-opacity=\".3\"/>");

    /// <summary>Draws a line through points.</summary>
    public void Line(IEnumerable<(double X, double Y)> points, string colour, string dashes) =>
        Add($"<polyline points=\"{Points(points)}\" fill=\"none\" stroke-width=\"2\" stroke=\"{colour}\"{(dashes.Length > 0 ? $" stroke-dasharray=\"{dashes}\"" : "")}/>");

    /// <summary>Draws a thin straight line in the ink of the page: a frame, or fainter for a grid.</summary>
    public void Rule(double x1, double y1, double x2, double y2, bool isFaint) =>
        Add($"<path class=\"{(isFaint ? "g" : "f")}\" d=\"M{N(x1)} {N(y1)}L{N(x2)} {N(y2)}\"/>");

    /// <summary>Draws a closed or open shape around (<paramref name="x"/>, <paramref name="y"/>).</summary>
    public void Shape(double x, double y, string path, string colour, bool isFilled) =>
        Add($"<path transform=\"translate({N(x)} {N(y)})\" d=\"{path}\" {(isFilled ? $"fill=\"{colour}\"" : $"fill=\"none\" stroke-width=\"2\" stroke=\"{colour}\"")}/>");

    /// <summary>Writes words; <paramref name="anchor"/> is start, middle or end, and an empty <paramref name="colour"/> is the page's ink.</summary>
    public void Text(double x, double y, string text, string anchor, double size = 12, string colour = "", bool isUpright = true) =>
        Add($"<text {(isUpright ? $"x=\"{N(x)}\" y=\"{N(y)}\"" : $"transform=\"translate({N(x)} {N(y)})rotate(-90)\"")}"
            + $"{(size == 12 ? "" : $" font-size=\"{N(size)}\"")} text-anchor=\"{anchor}\" {(colour.Length > 0 ? $"fill=\"{colour}\"" : "class=\"i\"")}>{WebUtility.HtmlEncode(text)}</text>");

    /// <inheritdoc/>
    public override string ToString() =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {N(width)} {N(height)}\" width=\"{N(width)}\" height=\"{N(height)}\" font-family=\"sans-serif\" font-size=\"12\">"
        + $"<style>{Style}</style>{string.Concat(_hatched.Select((colour, i) => $"<pattern id=\"h{i}\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"2\" height=\"5\" fill=\"{colour}\"/></pattern>"))}"
        + $"<rect class=\"p\" width=\"100%\" height=\"100%\"/>{_shapes}</svg>";

    // One shape a line, so that a change of a picture can be read as a change of lines.
    private void Add(string shape) => _shapes.Append('\n').Append(shape);

    private string Hatch(string colour)
    {
        if (!_hatched.Contains(colour))
            _hatched.Add(colour);
        return $"url(#h{_hatched.IndexOf(colour)})";
    }

    private static List<(int Column, int Row, int Length)> Runs(IEnumerable<(int Column, int Row)> cells)
    {
        var runs = new List<(int Column, int Row, int Length)>();
        foreach (var (column, row) in cells)
            if (runs.Count > 0 && runs[^1] is var last && last.Row == row && last.Column + last.Length == column)
                runs[^1] = last with { Length = last.Length + 1 };
            else
                runs.Add((column, row, 1));
        return runs;
    }

    private static string Points(IEnumerable<(double X, double Y)> points) => string.Join(' ', points.Select(point => $"{N(point.X)},{N(point.Y)}"));

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
