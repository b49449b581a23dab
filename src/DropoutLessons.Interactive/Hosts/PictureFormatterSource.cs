using Microsoft.DotNet.Interactive.Formatting;

namespace DropoutLessons;

/// <summary>Tells hosts that use Microsoft.DotNet.Interactive.Formatting how a picture looks: this kit's kernel and .NET Interactive.</summary>
internal sealed class PictureFormatterSource : ITypeFormatterSource
{
    public IEnumerable<ITypeFormatter> CreateTypeFormatters() =>
    [
        new PictureFormatter(Picture.PlotlyMimeType, picture => picture.FigureJson),
        new PictureFormatter(HtmlFormatter.MimeType, picture => picture.ToHtml()),
        new PictureFormatter(PlainTextFormatter.MimeType, picture => picture.ToString()),
    ];

    private sealed class PictureFormatter(string mimeType, Func<Picture, string> write) : ITypeFormatter<Picture>
    {
        public string MimeType => mimeType;

        public Type Type => typeof(Picture);

        public bool Format(object instance, FormatContext context) => instance is Picture picture && Format(picture, context);

        public bool Format(Picture instance, FormatContext context)
        {
            context.Writer.Write(write(instance));
            return true;
        }
    }
}
