using Microsoft.DotNet.Interactive.Formatting;

namespace DropoutLessons;

/// <summary>Tells hosts that use Microsoft.DotNet.Interactive.Formatting how a live control looks.</summary>
internal sealed class LiveFormatterSource : ITypeFormatterSource
{
    public IEnumerable<ITypeFormatter> CreateTypeFormatters() =>
    [
        new LiveFormatter(HtmlFormatter.MimeType, control => control.ToHtml()),
        new LiveFormatter(PlainTextFormatter.MimeType, control => control.ToString()),
    ];

    private sealed class LiveFormatter(string mimeType, Func<LiveControl, string> write) : ITypeFormatter<LiveControl>
    {
        public string MimeType => mimeType;

        public Type Type => typeof(LiveControl);

        public bool Format(object instance, FormatContext context) => instance is LiveControl control && Format(control, context);

        public bool Format(LiveControl instance, FormatContext context)
        {
            context.Writer.Write(write(instance));
            return true;
        }
    }
}
