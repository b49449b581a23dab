using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace DropoutLessons;

/// <content>How hosts that use Microsoft.DotNet.Interactive.Formatting see a picture: this kit's kernel and .NET Interactive.</content>
[TypeFormatterSource(typeof(PictureFormatterSource), PreferredMimeTypes = [PlotlyMimeType, HtmlFormatter.MimeType])]
public sealed partial class Picture : IHtmlContent
{
    /// <inheritdoc/>
    void IHtmlContent.WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(ToHtml());
}

/// <content>How the same hosts see a live control.</content>
[TypeFormatterSource(typeof(LiveFormatterSource), PreferredMimeTypes = [HtmlFormatter.MimeType])]
public sealed partial class LiveControl : IHtmlContent
{
    /// <inheritdoc/>
    void IHtmlContent.WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(ToHtml());
}

/// <summary>Offers such a host the forms of a picture.</summary>
internal sealed class PictureFormatterSource : ITypeFormatterSource
{
    public IEnumerable<ITypeFormatter> CreateTypeFormatters() =>
    [
        new FormFormatter<Picture>(Picture.PlotlyMimeType, picture => picture.FigureJson),
        new FormFormatter<Picture>(HtmlFormatter.MimeType, picture => picture.ToHtml()),
        new FormFormatter<Picture>(PlainTextFormatter.MimeType, picture => picture.ToString()),
    ];
}

/// <summary>Offers such a host the forms of a live control.</summary>
internal sealed class LiveFormatterSource : ITypeFormatterSource
{
    public IEnumerable<ITypeFormatter> CreateTypeFormatters() =>
    [
        new FormFormatter<LiveControl>(HtmlFormatter.MimeType, control => control.ToHtml()),
        new FormFormatter<LiveControl>(PlainTextFormatter.MimeType, control => control.ToString()),
    ];
}

/// <summary>Writes one form of an object.</summary>
internal sealed class FormFormatter<T>(string mimeType, Func<T, string> write) : ITypeFormatter<T>
{
    public string MimeType => mimeType;

    public Type Type => typeof(T);

    public bool Format(object instance, FormatContext context) => instance is T typed && Format(typed, context);

    public bool Format(T instance, FormatContext context)
    {
        context.Writer.Write(write(instance));
        return true;
    }
}

/// <summary>Tells such a host how Core's types look, which know nothing of pictures.</summary>
internal static class DotNetInteractive
{
    /// <summary>Registers the types; does nothing where the host does not carry the formatting library.</summary>
    public static void Register()
    {
        try
        {
            RegisterTypes();
        }
        catch (FileNotFoundException)
        {
        }
    }

    // A method of its own: what it needs is looked for when it is entered.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RegisterTypes()
    {
        foreach (var type in Appearance.Types)
        {
            bool isPicture = Appearance.HasPicture(type);
            if (isPicture)
                Formatter.Register(type, (value, writer) => writer.Write(Appearance.PictureOf(value)!.FigureJson), Picture.PlotlyMimeType);
            Formatter.Register(type, (value, writer) => writer.Write(Appearance.Html(value)), HtmlFormatter.MimeType);
            Formatter.Register(type, (value, writer) => writer.Write(Appearance.Text(value)), PlainTextFormatter.MimeType);
            Formatter.SetPreferredMimeTypesFor(type, isPicture ? [Picture.PlotlyMimeType, HtmlFormatter.MimeType] : [HtmlFormatter.MimeType]);
        }
    }
}
