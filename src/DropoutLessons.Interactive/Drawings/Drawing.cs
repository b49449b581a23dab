namespace DropoutLessons;

/// <summary>Describes a picture once; the live chart and the still image are both made from it.</summary>
/// <param name="Panels">charts, one below the other</param>
internal sealed record Drawing(params Panel[] Panels)
{
    /// <summary>Width of the still image, in pixels.</summary>
    public const int Width = 640;

    /// <summary>Space left and right of the panels for labels, in pixels.</summary>
    public const int Left = 64, Right = 20;

    /// <summary>Space above the first panel where the legend stands, in pixels.</summary>
    public int Above => 14 + (22 * Legend.Rows.Count);

    /// <summary>Height of the whole, in pixels.</summary>
    public int Height => Above + Panels.Sum(panel => panel.Height + panel.Below);

    /// <summary>Signs and what they mean.</summary>
    public Legend Legend => Legend.Of(Panels);
}

/// <summary>Describes one chart.</summary>
/// <param name="X">axis to the right</param>
/// <param name="Y">axis upwards</param>
/// <param name="Layers">what is drawn, the first at the bottom</param>
internal sealed record Panel(Axis X, Axis Y, params Layer[] Layers)
{
    private const int PlotWidth = Drawing.Width - Drawing.Left - Drawing.Right;

    /// <summary>Height of the drawn area where it is not a grid, in pixels.</summary>
    public int PlainHeight { get; init; } = 230;

    /// <summary>Height of the drawn area in pixels; that of a grid follows from its cells, which are square.</summary>
    public int Height => Grid is { } grid ? (int)Math.Ceiling(Math.Max(CellSize * grid.Rows, 16)) : PlainHeight;

    /// <summary>Space below the drawn area for labels, in pixels.</summary>
    public int Below => X.IsHidden ? 24 : 46;

    /// <summary>Side of a grid's cell in pixels.</summary>
    public double CellSize => Grid is { } grid ? Math.Min(Math.Min((double)PlotWidth / grid.Columns, 440.0 / grid.Rows), 40) : 0;

    /// <summary>Width of the drawn area in pixels.</summary>
    public double DrawnWidth => Grid is { } grid ? CellSize * grid.Columns : PlotWidth;

    /// <summary>The grid, in a panel that has one.</summary>
    public Cells? Grid => Layers.OfType<Cells>().FirstOrDefault();
}
