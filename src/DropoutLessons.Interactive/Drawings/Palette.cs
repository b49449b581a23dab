namespace DropoutLessons;

/// <summary>Names the colours of all pictures: at least 3 : 1 against white and against black pages, and told apart by the colour-blind.</summary>
/// <remarks>After Okabe and Ito, "Color Universal Design", darkened or lightened to the middle. Nothing is told by colour alone.</remarks>
internal static class Palette
{
    public const string Blue = "#0072b2";
    public const string Orange = "#c75100";
    public const string Green = "#00845a";
    public const string Purple = "#a35fa8";
    public const string Grey = "#7d7d7d";

    /// <summary>The light end of a grid's scale, whose dark end is <see cref="Blue"/>.</summary>
    public const string Sand = "#f0e2c0";

    /// <summary>Colours of several curves, in order.</summary>
    public static IReadOnlyList<string> Curves { get; } = [Blue, Orange, Green, Purple, Grey];
}
