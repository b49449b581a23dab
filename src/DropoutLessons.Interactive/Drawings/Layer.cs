namespace DropoutLessons;

/// <summary>Is something drawn in a panel; every kind differs from the others by more than its colour.</summary>
/// <param name="Name">what it shows, for the legend; empty to leave it out there</param>
/// <param name="Colour">a colour that stands out from white and from black</param>
internal abstract record Layer(string Name, string Colour);

/// <summary>Draws bars that stand on 0.</summary>
/// <param name="Name">what they show</param>
/// <param name="Colour">colour of the bars</param>
/// <param name="At">places along the axis</param>
/// <param name="Values">heights</param>
/// <param name="Width">width of a bar, in units of the axis</param>
/// <param name="IsHatched">whether they are striped</param>
internal sealed record Bars(string Name, string Colour, double[] At, double[] Values, double Width, bool IsHatched = false) : Layer(Name, Colour)
{
    /// <summary>How far the middle of a bar lies from its place, so that several stand side by side at one.</summary>
    public double Offset { get; init; }
}

/// <summary>Draws a line.</summary>
/// <param name="Name">what it shows</param>
/// <param name="Colour">colour of the line</param>
/// <param name="X">places along the axis</param>
/// <param name="Y">values</param>
/// <param name="Dash">how it is broken</param>
internal sealed record Curve(string Name, string Colour, double[] X, double[] Y, Dash Dash = Dash.Solid) : Layer(Name, Colour);

/// <summary>Fills the space between two lines.</summary>
/// <param name="Name">what it shows</param>
/// <param name="X">places along the axis</param>
/// <param name="Low">lower border</param>
/// <param name="High">upper border</param>
internal sealed record Band(string Name, double[] X, double[] Low, double[] High) : Layer(Name, Palette.Grey);

/// <summary>Sets signs.</summary>
/// <param name="Name">what they show</param>
/// <param name="Colour">colour of the signs</param>
/// <param name="X">places along the axis</param>
/// <param name="Y">values</param>
/// <param name="Sign">shape</param>
internal sealed record Marks(string Name, string Colour, double[] X, double[] Y, Sign Sign) : Layer(Name, Colour)
{
    /// <summary>Words beside the signs; null for none.</summary>
    public IReadOnlyList<string>? Texts { get; init; }

    /// <summary>Where the words stand.</summary>
    public Side Side { get; init; } = Side.Above;
}

/// <summary>Draws a grid of fractions.</summary>
/// <param name="Values">rows of values in [0, 1]; the last row may be shorter</param>
/// <param name="High">what 1 means</param>
/// <param name="Low">what 0 means</param>
/// <param name="Signs">what is written in cells of 1 and of 0; null for nothing, where cells are too small</param>
internal sealed record Cells(double[][] Values, string High, string Low, (string High, string Low)? Signs) : Layer("", Palette.Blue)
{
    /// <summary>The signs in the shape of the values; null for none.</summary>
    public string[][]? Texts => Signs is { } signs ? Array.ConvertAll(Values, row => Array.ConvertAll(row, cell => cell == 1 ? signs.High : cell == 0 ? signs.Low : "")) : null;

    /// <summary>What the two ends of the scale mean.</summary>
    public IReadOnlyList<Meaning> Meanings => [new(High, Palette.Blue, Signs?.High ?? ""), new(Low, Palette.Sand, Signs?.Low ?? "")];

    /// <summary>Number of cells up to which each can be seen by itself.</summary>
    public const int MostApart = 400;

    /// <summary>Whether the cells are too small for gaps and signs.</summary>
    public bool IsFine => Values.Sum(row => row.Length) > MostApart;

    public int Rows => Values.Length;

    public int Columns => Math.Max(1, Values.Max(row => row.Length));
}

/// <summary>Explains a colour of a grid in the legend; draws nothing else.</summary>
/// <param name="Name">what it means</param>
/// <param name="Colour">colour of the cells</param>
/// <param name="Sign">what is written in them</param>
internal sealed record Meaning(string Name, string Colour, string Sign) : Layer(Name, Colour);

/// <summary>Says how a line is broken.</summary>
internal enum Dash { Solid, Dashed, Dotted, DashDotted }

/// <summary>Names the shapes of signs.</summary>
internal enum Sign { Disc, Ring, Cross, Square, Diamond, Triangle, None }

/// <summary>Says where words stand beside a sign.</summary>
internal enum Side { Above, Right, Left, Below }
