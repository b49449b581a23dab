using System.Globalization;
using System.Text.Json.Nodes;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace DropoutLessons;

/// <summary>Is one trace of a figure, and what its binding to C# has no words for.</summary>
/// <param name="Made">chart with this trace alone</param>
/// <param name="Finish">completes the trace's JSON</param>
internal sealed record PlotlyTrace(GenericChart Made, Action<JsonObject> Finish)
{
    private static readonly Color s_none = Color.fromString("rgba(0,0,0,0)");

    /// <summary>Makes the traces of a layer.</summary>
    public static IEnumerable<PlotlyTrace> Of(Layer layer) => layer switch
    {
        Bars bars => [Of(bars)],
        Curve curve => [Line(curve.Name, curve.X, curve.Y, Color.fromString(curve.Colour), trace =>
        {
            trace["line"]!["dash"] = DashName(curve.Dash);
            // An unnamed line leads the eye from sign to sign and says nothing itself.
            if (curve.Name.Length == 0)
                trace["hoverinfo"] = "skip";
        })],
        Band band => Of(band),
        Marks marks => [Of(marks)],
        Cells cells => [Of(cells), .. cells.Meanings.Select(Of)],
        _ => throw new ArgumentOutOfRangeException(nameof(layer), layer, "This layer has no live form."),
    };

    private static PlotlyTrace Of(Bars bars) => new(
        Chart.Column<double, double, string>(Short(bars.Values), Short(bars.At), Name: bars.Name, MarkerColor: Color.fromString(bars.Colour), Width: bars.Width, UseDefaults: false),
        trace =>
        {
            trace["offset"] = Math.Round(bars.Offset - (bars.Width / 2), 6);
            // As in the still image: stripes on nothing, where the binding would stripe in white.
            if (!bars.IsHatched)
                return;
            trace["marker"]!["pattern"] = new JsonObject { ["shape"] = "/", ["size"] = 6, ["fillmode"] = "replace" };
            // A bar of no height would still have an edge to see.
            trace["marker"]!["line"] = new JsonObject { ["color"] = bars.Colour, ["width"] = new JsonArray([.. bars.Values.Select(value => JsonValue.Create(value == 0 ? 0 : 1))]) };
        });

    private static IEnumerable<PlotlyTrace> Of(Band band) =>
    [
        Line("", band.X, band.High, s_none, trace => trace["hoverinfo"] = "skip"),
        Line(band.Name, band.X, band.Low, s_none, trace => (trace["fill"], trace["fillcolor"], trace["hoverinfo"]) = ("tonexty", "rgba(125,125,125,0.3)", "skip")),
    ];

    private static PlotlyTrace Of(Marks marks)
    {
        var mode = (marks.Sign, marks.Texts) switch
        {
            (Sign.None, _) => StyleParam.Mode.Text,
            (_, null) => StyleParam.Mode.Markers,
            _ => StyleParam.Mode.Markers_Text,
        };
        var chart = Chart.Scatter<double, double, string>(Short(marks.X), Short(marks.Y), mode, Name: marks.Name, MarkerColor: Color.fromString(marks.Colour), MultiText: marks.Texts?.ToArray() ?? [], UseDefaults: false);
        return new(chart, trace =>
        {
            // The binding writes the symbol's number as text, which plotly.js does not know.
            (trace["marker"]!["symbol"], trace["marker"]!["size"]) = (SignName(marks.Sign), marks.Sign is Sign.Diamond ? 14 : 10);
            if (marks.Sign is Sign.Ring or Sign.Cross or Sign.Diamond)
                trace["marker"]!["line"] = new JsonObject { ["width"] = 2 };
            trace["cliponaxis"] = false;
            if (marks.Texts is not null)
                trace["textposition"] = marks.Side switch { Side.Right => "middle right", Side.Left => "middle left", Side.Below => "bottom center", _ => "top center" };
        });
    }

    private static PlotlyTrace Of(Cells cells) => new(
        Chart.Heatmap<double, int, int, string>(zData: cells.Values, XGap: cells.IsFine ? 0 : 1, YGap: cells.IsFine ? 0 : 1, ShowScale: false, UseDefaults: false),
        trace =>
        {
            (trace["zmin"], trace["zmax"]) = (0, 1);
            trace["colorscale"] = new JsonArray(new JsonArray(0, Palette.Sand), new JsonArray(1, Palette.Blue));
            trace["hovertemplate"] = $"row %{{y}}, column %{{x}}: %{{z}} {cells.High}<extra></extra>";
            if (cells.Texts is not { } texts)
                return;
            trace["text"] = new JsonArray([.. texts.Select(row => new JsonArray([.. row.Select(sign => JsonValue.Create(sign))]))]);
            trace["texttemplate"] = "%{text}";
        });

    // A grid has no place in the legend; a square that lies nowhere stands there for it.
    private static PlotlyTrace Of(Meaning meaning) => new(
        Chart.Point<double, double, string>([0], [0], Name: meaning.Sign == meaning.Name ? meaning.Name : $"{meaning.Name} {meaning.Sign}".Trim(), MarkerColor: Color.fromString(meaning.Colour), UseDefaults: false),
        trace =>
        {
            (trace["x"], trace["y"]) = (new JsonArray((JsonNode?)null), new JsonArray((JsonNode?)null));
            (trace["marker"]!["symbol"], trace["marker"]!["size"]) = ("square", 12);
        });

    private static PlotlyTrace Line(string name, double[] x, double[] y, Color colour, Action<JsonObject> finish) =>
        new(Chart.Line<double, double, string>(Short(x), Short(y), Name: name, LineColor: colour, UseDefaults: false), trace =>
        {
            trace["mode"] = "lines";
            // A line that lies nowhere stands in the legend alone.
            if (x.Length == 0)
                (trace["x"], trace["y"]) = (new JsonArray((JsonNode?)null), new JsonArray((JsonNode?)null));
            finish(trace);
        });

    // Seven digits tell any two float32 apart that a picture could; what is not finite is left out by plotly.js.
    private static double[] Short(double[] values) => Array.ConvertAll(values, value => double.Parse(value.ToString("G7", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    private static string DashName(Dash dash) => dash switch { Dash.Dashed => "dash", Dash.Dotted => "dot", Dash.DashDotted => "dashdot", _ => "solid" };

    private static string SignName(Sign sign) => sign switch
    {
        Sign.Ring => "circle-open",
        Sign.Cross => "x-thin-open",
        Sign.Square => "square",
        Sign.Diamond => "diamond-open",
        Sign.Triangle => "triangle-up",
        _ => "circle",
    };
}
