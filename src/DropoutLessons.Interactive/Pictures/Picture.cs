namespace DropoutLessons;

/// <summary>Is a chart with a still image, a caption and its numbers: whatever a front end can show of it, it finds.</summary>
public sealed partial class Picture
{
    internal const string PlotlyMimeType = "application/vnd.plotly.v1+json";

    internal Picture(string title, string caption, Drawing drawing, PictureTable numbers)
    {
        (Title, Caption, Numbers) = (title, caption, numbers);
        (FigureJson, Svg) = (PlotlyFigure.Write(drawing), SvgDrawing.Write(drawing));
    }

    /// <summary>What the picture shows, in a few words.</summary>
    public string Title { get; }

    /// <summary>What there is to see, in a sentence or two, with the numbers that matter.</summary>
    public string Caption { get; }

    /// <summary>The chart as a Plotly figure: an object with "data" and "layout".</summary>
    public string FigureJson { get; }

    /// <summary>The chart as a still image, a whole SVG document that reads in light and dark pages.</summary>
    public string Svg { get; }

    /// <summary>The numbers behind the chart.</summary>
    public PictureTable Numbers { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Title}\n{Caption}\n{Numbers}";
}
