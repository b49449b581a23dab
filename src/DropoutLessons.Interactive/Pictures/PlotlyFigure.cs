using System.Text.Json.Nodes;
using Plotly.NET;
using Plotly.NET.CSharp;
using Chart = Plotly.NET.CSharp.Chart;

namespace DropoutLessons;

/// <summary>Makes the Plotly figures of the pictures.</summary>
internal static class PlotlyFigure
{
    private const int Height = 340;

    /// <summary>Makes a grid of values in [0, 1] with a sign in each cell.</summary>
    public static string Heatmap(double[][] cells, string[][] signs, string low, string high)
    {
        var chart = Chart.Heatmap<double, int, int, string>(zData: cells, XGap: 2, YGap: 2, ShowScale: false, ReverseYAxis: true, UseDefaults: false);
        return Json(chart, figure =>
        {
            // The binding has no words for these: cell texts in two dimensions, fixed limits, a scale of two colours.
            var heatmap = figure["data"]![0]!;
            (heatmap["zmin"], heatmap["zmax"]) = (0, 1);
            heatmap["colorscale"] = new JsonArray(new JsonArray(0, low), new JsonArray(1, high));
            heatmap["text"] = new JsonArray([.. signs.Select(row => new JsonArray([.. row.Select(sign => JsonValue.Create(sign))]))]);
            heatmap["texttemplate"] = "%{text}";
            heatmap["hovertemplate"] = "row %{y}, column %{x}: kept %{z}<extra></extra>";
            figure["layout"]!["yaxis"]!["scaleanchor"] = "x";
            figure["layout"]!["xaxis"] = new JsonObject { ["constrain"] = "domain", ["showgrid"] = false, ["zeroline"] = false };
            figure["layout"]!["yaxis"]!["showgrid"] = false;
        });
    }

    /// <summary>Makes pairs of bars on one scale, with a mark where the second of a pair was dropped.</summary>
    public static string Pairs(int[] at, float[] before, float[] after, int[] dropped) => Json(
        Chart.Combine(
            [
                Chart.Column<float, int, string>(before, at, Name: "before", MarkerColor: Color.fromString(Palette.Before), MarkerPatternShape: StyleParam.PatternShape.DiagonalDescending, UseDefaults: false),
                Chart.Column<float, int, string>(after, at, Name: "after", MarkerColor: Color.fromString(Palette.Kept), UseDefaults: false),
                Chart.Point<int, double, string>(dropped, [.. dropped.Select(_ => 0.0)], Name: "dropped", MarkerColor: Color.fromString(Palette.Mark), MarkerSymbol: StyleParam.MarkerSymbol.X, UseDefaults: false),
            ])
            .WithXAxisStyle<int, int, string>(TitleText: "element").WithYAxisStyle<double, double, string>(TitleText: "activation"),
        figure =>
        {
            figure["layout"]!["barmode"] = "group";
            // The binding writes the symbol's number as text, which plotly.js does not know.
            figure["data"]![2]!["marker"]!["symbol"] = "x";
        });

    /// <summary>Makes a line inside the band it is expected in, with the value it comes back to.</summary>
    public static string Band(double[] at, double[] values, double[] low, double[] high, double target, string across, string up) => Json(
        Chart.Combine(
            [
                Chart.Line<double, double, string>(at, high, Name: "band", ShowLegend: false, LineColor: Color.fromString("rgba(0,0,0,0)"), UseDefaults: false),
                Chart.Line<double, double, string>(at, low, Name: "band for 95 of 100", Fill: StyleParam.Fill.ToNext_y, FillColor: Color.fromString("rgba(140,160,170,0.35)"), LineColor: Color.fromString("rgba(0,0,0,0)"), UseDefaults: false),
                Chart.Line<double, double, string>([at[0], at[^1]], [target, target], Name: "mean of x", LineDash: StyleParam.DrawingStyle.Dash, LineColor: Color.fromString(Palette.Mark), UseDefaults: false),
                Chart.Line<double, double, string>(at, values, Name: "mean output", LineColor: Color.fromString(Palette.Kept), UseDefaults: false),
            ])
            .WithXAxisStyle<double, double, string>(TitleText: across).WithYAxisStyle<double, double, string>(TitleText: up),
        _ => { });

    private static string Json(GenericChart chart, Action<JsonObject> finish)
    {
        var figure = JsonNode.Parse(GenericChart.toFigureJson(chart))!.AsObject();
        figure.Remove("frames");
        finish(figure);
        var layout = figure["layout"]!.AsObject();
        layout["height"] = Height;
        layout["margin"] = new JsonObject { ["l"] = 56, ["r"] = 16, ["t"] = 16, ["b"] = 48 };
        layout["legend"] = new JsonObject { ["orientation"] = "h", ["y"] = 1.12 };
        return figure.ToJsonString();
    }
}
