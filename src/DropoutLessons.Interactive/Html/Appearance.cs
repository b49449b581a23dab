using System.Text;

namespace DropoutLessons;

/// <summary>Says how Core's types look when a cell ends with one of them.</summary>
internal static class Appearance
{
    /// <summary>The types of Core that have a look of their own.</summary>
    public static IReadOnlyList<Type> Types { get; } = [typeof(PrngKey), typeof(RngStream), typeof(Rngs), typeof(DropoutMask), typeof(DigitsNetwork)];

    /// <summary>Whether objects of a type show as a picture; a key is shown in a line, since keys often stand in lists.</summary>
    public static bool HasPicture(Type type) => type != typeof(PrngKey);

    /// <summary>Draws an object; null where it has no picture.</summary>
    public static Picture? PictureOf(object? value) => value switch
    {
        Picture picture => picture,
        RngStream stream => Show.Stream(stream),
        Rngs rngs => Show.Rngs(rngs),
        DropoutMask mask => Show.Mask(mask),
        DigitsNetwork network => Show.Training(("this network", network.Curve)),
        _ => null,
    };

    /// <summary>Writes an object as HTML; null where it has no look of its own.</summary>
    public static string? Html(object? value) => value switch
    {
        PrngKey key => Html(key),
        LiveControl control => control.ToHtml(),
        _ => PictureOf(value)?.ToHtml(),
    };

    /// <summary>Writes an object as text.</summary>
    public static string Text(object value) => value is PrngKey key ? $"key {Numbers.Key(key)}" : PictureOf(value)!.ToString();

    private static string Html(PrngKey key)
    {
        string bits = Convert.ToBase64String(Encoding.UTF8.GetBytes(KeyPicture.Strip(key)));
        return $"<span class=\"dl-key\" style=\"white-space:nowrap\"><code>key {Numbers.Key(key)}</code> <img alt=\"bits {Numbers.Hex(key.Hi)} {Numbers.Hex(key.Lo)}\" src=\"data:image/svg+xml;base64,{bits}\" style=\"vertical-align:middle\"></span>";
    }
}
