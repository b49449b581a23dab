using System.Globalization;
using System.Text;
using DropoutLessons.Benchmarks.Others;

namespace DropoutLessons.Benchmarks.SideBySide;

/// <summary>Draws time for an element over number of elements, both logarithmic, with the names at the ends of the lines.</summary>
internal sealed class LogChart(IReadOnlyList<Timing> timings)
{
    private const int Width = 760, Height = 440, Left = 56, Right = 190, Top = 20, Bottom = 44;
    private const double LowestTime = 0.05, HighestTime = 20, FewestElements = 1e3, MostElements = 1e8;

    private static readonly (string Name, string Colour)[] s_lines =
    [
        (OtherLibraries.MathNetMap, "#b35900"), (OtherLibraries.SeededLoop, "#8a6d00"), (OtherLibraries.Onnx, "#a0304f"), (Ours.Forward, "#0a58ca"),
        (Ours.ForwardTwo, "#4da3ff"), (ArithmeticBound.Name, "#777777"), (Ours.Backward, "#1b7f4b"), (Ours.Copy, "#222222"),
    ];

    public string Svg()
    {
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\"><rect width=\"{Width}\" height=\"{Height}\" fill=\"white\"/>");
        foreach (double time in new[] { 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20 })
            svg.AppendLine(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(time):F1}\" y2=\"{Y(time):F1}\" stroke=\"#ddd\"/><text x=\"{Left - 6}\" y=\"{Y(time) + 4:F1}\" text-anchor=\"end\" fill=\"#444\">{time}</text>");
        for (int power = 3; power <= 8; power++)
            svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{X(Math.Pow(10, power)):F1}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\" fill=\"#444\">1e{power}</text>");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 8}\" text-anchor=\"middle\" fill=\"#444\">elements</text><text x=\"14\" y=\"{Height / 2}\" text-anchor=\"middle\" fill=\"#444\" transform=\"rotate(-90 14 {Height / 2})\">nanoseconds for an element</text>");
        var ends = new List<(double At, double Label, string Name, string Colour)>();
        foreach (var (name, colour) in s_lines)
        {
            var line = timings.Where(timing => timing.Name == name).OrderBy(timing => timing.Count).ToArray();
            svg.AppendLine(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{string.Join(' ', line.Select(timing => string.Create(CultureInfo.InvariantCulture, $"{X(timing.Count):F1},{Y(timing.Nanoseconds):F1}")))}\"/>");
            ends.Add((Y(line[^1].Nanoseconds), 0, name, colour));
        }
        // Lines that end close together would write over each other's names.
        double lowest = double.NegativeInfinity;
        foreach (var end in ends.OrderBy(end => end.At))
        {
            lowest = Math.Max(end.At, lowest + 15);
            svg.AppendLine(CultureInfo.InvariantCulture, $"<line x1=\"{Width - Right}\" y1=\"{end.At:F1}\" x2=\"{Width - Right + 12}\" y2=\"{lowest:F1}\" stroke=\"{end.Colour}\"/><text x=\"{Width - Right + 16}\" y=\"{lowest + 4:F1}\" fill=\"{end.Colour}\">{end.Name}</text>");
        }
        return svg.AppendLine("</svg>").ToString();
    }

    private static double X(double count) => Left + ((Width - Left - Right) * Math.Log(count / FewestElements) / Math.Log(MostElements / FewestElements));

    private static double Y(double time) => Height - Bottom - ((Height - Top - Bottom) * Math.Log(Math.Clamp(time, LowestTime, HighestTime) / LowestTime) / Math.Log(HighestTime / LowestTime));
}
