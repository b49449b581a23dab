using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Draws a verdict: a sign for each check.</summary>
internal static class VerdictPicture
{
    private const int MostChecks = 200;
    private const int Across = 20;

    public static Picture Draw(string message, IEnumerable<(string Name, bool Passed, string Detail)> checks)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(checks);
        (string Name, bool Passed, string Detail)[] all = [.. checks], shown = [.. all.OrderBy(check => check.Passed).Take(MostChecks)];
        int rows = Math.Max(1, (shown.Length + Across - 1) / Across);

        var panel = new Panel(
            new("check", -0.6, Math.Min(Math.Max(shown.Length, 8), Across) - 0.4) { Names = [.. Enumerable.Range(0, Math.Min(shown.Length, Across)).Select(i => ((double)i, Invariant($"{i + 1}")))] },
            new("", rows - 0.4, -0.6) { Names = rows == 1 ? null : [.. Enumerable.Range(0, rows).Select(i => ((double)i, Invariant($"+{i * Across}")))] },
            [.. Signs("right", Palette.Green, true, Sign.Disc), .. Signs("wrong", Palette.Orange, false, Sign.Cross)])
        { PlainHeight = 30 * rows };
        string left = shown.Length < all.Length ? Invariant($" Drawn are {shown.Length}, the wrong ones first.") : "";
        return new("Verdict", Invariant($"{message} {all.Count(check => check.Passed)} of {all.Length} checks right.{left}"), new(panel), new(
            ["check", "name", "result", "what was seen"],
            [.. shown.Select((check, i) => (string[])[Invariant($"{i + 1}"), check.Name, check.Passed ? "right" : "wrong", check.Detail])], left.Trim()));

        IEnumerable<Layer> Signs(string name, string colour, bool isPassed, Sign sign)
        {
            int[] chosen = [.. Enumerable.Range(0, shown.Length).Where(i => shown[i].Passed == isPassed)];
            if (chosen.Length > 0)
                yield return new Marks(name, colour, Array.ConvertAll(chosen, i => (double)(i % Across)), Array.ConvertAll(chosen, i => (double)(i / Across)), sign);
        }
    }
}
