using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Draws a small grey image, a cell for each pixel.</summary>
internal static class ImagePicture
{
    private const int MostPixels = 1024;

    public static Picture Draw(float[] pixels, int columns)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (pixels.Length is 0 or > MostPixels || pixels.Length % columns != 0 || pixels.FirstOrDefault(pixel => pixel is not (>= 0 and <= 1), 0) is not 0)
            throw new ArgumentException($"{pixels.Length} pixels in rows of {columns}: an image has 1 to {MostPixels} pixels in whole rows, each from 0 to 1.", nameof(pixels));
        var cells = new Cells([.. pixels.Chunk(columns).Select(row => Array.ConvertAll(row, pixel => Math.Round((double)pixel, 2)))], "ink", "paper", null);
        var panel = new Panel(Named("column", cells.Columns, isDown: false), Named("row", cells.Rows, isDown: true), cells);
        return new("Image", Invariant($"{cells.Rows} rows of {columns} pixels: the darker, the more ink."), new(panel), new(
            ["row", "percent of ink, pixel by pixel"], [.. cells.Values.Select((row, i) => (string[])[Invariant($"{i}"), string.Join(' ', row.Select(ink => Invariant($"{ink * 100:0}")))])]));
    }

    private static Axis Named(string title, int count, bool isDown) => new(title, isDown ? count - 0.5 : -0.5, isDown ? -0.5 : count - 0.5)
    {
        Names = [.. Enumerable.Range(0, count).Where(i => i % ((count + 7) / 8) == 0).Select(i => ((double)i, Invariant($"{i}")))],
    };
}
