namespace DropoutLessons;

/// <content>How Verso sees a picture: it looks for a public method of this name and shape on whatever a cell returns.</content>
public sealed partial class Picture
{
    /// <summary>Writes the chart as HTML that asks no server for anything; the first one of a process carries the chart library.</summary>
    public string ToHtml() => PictureHtml.Write(this);
}

/// <content>How Verso sees a live control.</content>
public sealed partial class LiveControl
{
    /// <summary>Writes the control as HTML that asks no server for anything.</summary>
    public string ToHtml() => LiveHtml.Write(this);
}
