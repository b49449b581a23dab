namespace DropoutLessons;

/// <summary>Draws the axes of a panel: frame, lines at the ticks, numbers, titles.</summary>
internal static class SvgAxes
{
    public static void Draw(SvgCanvas canvas, SvgFrame frame)
    {
        var (panel, left, top, right, bottom) = (frame.Panel, frame.Left, frame.Top, frame.Left + frame.Width, frame.Top + frame.Height);
        foreach (var (at, text) in panel.Y.IsHidden ? [] : panel.Y.Ticks())
        {
            if (panel.Grid is null)
                canvas.Rule(left, frame.Y(at), right, frame.Y(at), isFaint: true);
            canvas.Text(left - 6, frame.Y(at) + 4, text, "end");
        }
        foreach (var (at, text) in panel.X.IsHidden ? [] : panel.X.Ticks())
        {
            if (panel.Grid is null && panel.X.Names is null)
                canvas.Rule(frame.X(at), top, frame.X(at), bottom, isFaint: true);
            canvas.Text(frame.X(at), bottom + 16, text, "middle");
        }
        if (!panel.X.IsHidden)
            canvas.Rule(left, bottom, right, bottom, isFaint: false);
        if (!panel.Y.IsHidden)
            canvas.Rule(left, top, left, bottom, isFaint: false);
        canvas.Text((left + right) / 2, bottom + 34, panel.X.Title, "middle");
        canvas.Text(14, (top + bottom) / 2, panel.Y.Title, "middle", isUpright: false);
    }
}
