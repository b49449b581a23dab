using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace DropoutLessons;

/// <summary>Is a chart with a still image, a caption and its numbers: whatever a front end can show of it, it finds.</summary>
[TypeFormatterSource(typeof(PictureFormatterSource), PreferredMimeTypes = [PlotlyMimeType, HtmlFormatter.MimeType])]
public sealed class Picture : IHtmlContent
{
    internal const string PlotlyMimeType = "application/vnd.plotly.v1+json";

    internal Picture(string title, string caption, string figureJson, string svg, PictureTable numbers) =>
        (Title, Caption, FigureJson, Svg, Numbers) = (title, caption, figureJson, svg, numbers);

    /// <summary>What the picture shows, in a few words.</summary>
    public string Title { get; }

    /// <summary>What there is to see, in a sentence or two, with the numbers that matter.</summary>
    public string Caption { get; }

    /// <summary>The chart as a Plotly figure: an object with "data" and "layout".</summary>
    public string FigureJson { get; }

    /// <summary>The chart as a still image, a whole SVG document.</summary>
    public string Svg { get; }

    /// <summary>The numbers behind the chart.</summary>
    public PictureTable Numbers { get; }

    /// <summary>Writes the chart as HTML that asks no server for anything; the first one of a process carries the chart library.</summary>
    public string ToHtml() => PictureHtml.Write(this);

    /// <inheritdoc/>
    public override string ToString() => $"{Title}\n{Caption}\n{Numbers}";

    /// <inheritdoc/>
    void IHtmlContent.WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(ToHtml());
}
