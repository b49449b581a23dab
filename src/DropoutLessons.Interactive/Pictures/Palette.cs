namespace DropoutLessons;

/// <summary>Names the colours of all pictures; they differ in lightness too, so that they can be told apart without colour vision.</summary>
/// <remarks>Source: Okabe and Ito, "Color Universal Design".</remarks>
internal static class Palette
{
    public const string Kept = "#0072b2";
    public const string Dropped = "#f0e2c0";
    public const string Before = "#8c8c8c";
    public const string Mark = "#b34700";
    public const string Band = "#cfd8dc";
}
