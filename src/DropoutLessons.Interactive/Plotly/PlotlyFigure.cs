using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace DropoutLessons;

/// <summary>Makes the live form of a <see cref="Drawing"/>: a Plotly figure.</summary>
/// <remarks>Colours of paper, ink and grid are left to the page, which knows its theme.</remarks>
internal static class PlotlyFigure
{
    // Readable in a diff, and nothing in it is ever taken for HTML: the page's writer sees to that.
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the figure as an object with "data" and "layout".</summary>
    public static string Write(Drawing drawing)
    {
        var traces = drawing.Panels.SelectMany((panel, number) => panel.Layers.SelectMany(PlotlyTrace.Of).Select(trace => (Trace: trace, Number: number))).ToArray();
        var data = traces.Length == 0 ? [] : JsonNode.Parse(GenericChart.toFigureJson(Chart.Combine([.. traces.Select(trace => trace.Trace.Made)])))!["data"]!.AsArray();
        var named = new HashSet<string>();
        for (int i = 0; i < traces.Length; i++)
        {
            var trace = data[i]!.AsObject();
            traces[i].Trace.Finish(trace);
            string name = (string?)trace["name"] ?? "";
            trace["showlegend"] = name.Length > 0 && named.Add(name);
            // Panels share the legend: what is hidden in one is hidden in all.
            if (name.Length > 0 && drawing.Panels.Length > 1)
                trace["legendgroup"] = name;
            (trace["xaxis"], trace["yaxis"]) = ($"x{Suffix(traces[i].Number)}", $"y{Suffix(traces[i].Number)}");
        }
        return new JsonObject { ["data"] = data.DeepClone(), ["layout"] = PlotlyLayout.Of(drawing) }.ToJsonString(s_json);
    }

    /// <summary>Gives the ending that tells the axes of a panel from those of the others.</summary>
    public static string Suffix(int panel) => panel == 0 ? "" : $"{panel + 1}";
}
