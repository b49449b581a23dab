using System.Text.Json.Nodes;

namespace DropoutLessons;

/// <summary>Makes the layout of a figure: the same axes, sizes and order as the still image has.</summary>
internal static class PlotlyLayout
{
    public static JsonObject Of(Drawing drawing)
    {
        double all = drawing.Height - drawing.Above - drawing.Panels[^1].Below, top = 0;
        var layout = new JsonObject
        {
            ["height"] = drawing.Height,
            ["margin"] = new JsonObject { ["l"] = Drawing.Left, ["r"] = Drawing.Right, ["t"] = drawing.Above, ["b"] = drawing.Panels[^1].Below },
            ["legend"] = new JsonObject { ["orientation"] = "h", ["x"] = 0, ["y"] = 1, ["yanchor"] = "bottom", ["traceorder"] = "normal" },
            ["barmode"] = "overlay",
            ["hovermode"] = "closest",
        };
        for (int i = 0; i < drawing.Panels.Length; i++)
        {
            var panel = drawing.Panels[i];
            string suffix = PlotlyFigure.Suffix(i);
            JsonObject x = Of(panel.X, panel), y = Of(panel.Y, panel);
            x["anchor"] = $"y{suffix}";
            y["anchor"] = $"x{suffix}";
            y["domain"] = new JsonArray(Math.Round(Math.Max(0, 1 - ((top + panel.Height) / all)), 4), Math.Round(1 - (top / all), 4));
            if (panel.Grid is not null)
                (y["scaleanchor"], x["constrain"], x["constraintoward"], y["constrain"], y["constraintoward"]) = ($"x{suffix}", "domain", "left", "domain", "top");
            (layout[$"xaxis{suffix}"], layout[$"yaxis{suffix}"]) = (x, y);
            top += panel.Height + panel.Below;
        }
        return layout;
    }

    private static JsonObject Of(Axis axis, Panel panel)
    {
        var json = new JsonObject
        {
            ["range"] = new JsonArray(axis.From, axis.To),
            ["zeroline"] = false,
            ["showgrid"] = panel.Grid is null && axis.Names is null,
        };
        if (axis.IsHidden)
            (json["visible"], json["fixedrange"]) = (false, true);
        else
            (json["title"], json["showline"]) = (new JsonObject { ["text"] = axis.Title, ["standoff"] = 8 }, true);
        if (axis.IsWhole && axis.Names is null)
            (json["tick0"], json["dtick"]) = (0, axis.Step);
        if (axis.Names is { } names)
            (json["tickvals"], json["ticktext"]) = (new JsonArray([.. names.Select(name => JsonValue.Create(name.At))]), new JsonArray([.. names.Select(name => JsonValue.Create(name.Text))]));
        return json;
    }
}
