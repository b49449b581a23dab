using System.Reflection;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace DropoutLessons.Kernel;

/// <summary>Knows which objects somebody has said how to show: by a registration, a formatter source on the class, or as HTML content.</summary>
internal static class CustomFormatters
{
    /// <summary>Whether the formatting library decides how objects of a class look.</summary>
    public static bool Has(Type type) =>
        typeof(IHtmlContent).IsAssignableFrom(type)
        || type.GetCustomAttributes<TypeFormatterSourceAttribute>(inherit: true).Any()
        // A class may carry the attribute of another copy of the library; the library knows it by its name, too.
        || type.GetCustomAttributesData().Any(attribute => attribute.AttributeType.Name == nameof(TypeFormatterSourceAttribute))
        || Formatter.RegisteredFormatters(includeDefaults: false).Any(formatter => Fits(formatter.Type, type));

    /// <summary>Formats an object that stands inside another.</summary>
    /// <param name="value">the object</param>
    /// <param name="html">its HTML, or null when only plain text is said for it</param>
    /// <param name="plain">its plain text</param>
    public static bool TryFormat(object value, out string? html, out string plain)
    {
        (html, plain) = (null, "");
        var type = value.GetType();
        if (!Has(type))
            return false;
        html = Formatter.GetPreferredMimeTypesFor(type).Contains("text/html") ? value.ToDisplayString("text/html") : null;
        plain = value.ToDisplayString("text/plain");
        return true;
    }

    private static bool Fits(Type registered, Type type) =>
        registered.IsAssignableFrom(type)
        || (registered.IsGenericTypeDefinition && type.GetInterfaces().Append(type).Concat(Bases(type)).Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == registered));

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var up = type.BaseType; up is not null; up = up.BaseType)
            yield return up;
    }
}
