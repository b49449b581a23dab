namespace DropoutLessons;

/// <summary>Holds the signs of a drawing and what they mean, in rows that fit its width.</summary>
/// <param name="Rows">entries of each row, with the distance from the left in pixels</param>
internal sealed record Legend(IReadOnlyList<IReadOnlyList<(double Left, Layer Layer)>> Rows)
{
    private const int Swatch = 26, Gap = 18;
    private const double LetterWidth = 6.7;

    /// <summary>Collects the named layers; a name that several panels show stands there once.</summary>
    public static Legend Of(IEnumerable<Panel> panels)
    {
        var rows = new List<List<(double, Layer)>>();
        double left = double.PositiveInfinity;
        foreach (var layer in panels.SelectMany(panel => panel.Layers).SelectMany(Entries).DistinctBy(layer => layer.Name))
        {
            double width = Swatch + (layer.Name.Length * LetterWidth) + Gap;
            if (left + width > Drawing.Width - Drawing.Right + Gap)
            {
                rows.Add([]);
                left = Drawing.Left;
            }
            rows[^1].Add((left, layer));
            left += width;
        }
        return new(rows);
    }

    private static IEnumerable<Layer> Entries(Layer layer) => layer switch
    {
        Cells cells => cells.Meanings,
        { Name.Length: 0 } => [],
        _ => [layer],
    };
}
