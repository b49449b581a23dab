namespace DropoutLessons;

/// <content>How Verso sees a picture: it looks for a public method of this name and this shape on whatever a cell returns.</content>
public sealed partial class Picture
{
    /// <summary>Writes the chart as HTML that asks no server for anything; the first one of a process carries the chart library.</summary>
    public string ToHtml() => PictureHtml.Write(this);
}
