using System.Globalization;
using System.Text;

namespace DropoutLessons.Cli.Grading;

/// <summary>Writes results as a table for a spreadsheet, a line each, as RFC 4180 says.</summary>
internal static class CsvReport
{
    private static readonly string[] s_columns = ["file", "exercise", "gradable", "accepted", "score", "class", "faults", "checks_passed", "checks", "duration_ms", "message"];

    public static string Write(GradingResult result) =>
        string.Concat(result.Graded.Select(Cells).Prepend(s_columns).Select(cells => string.Join(',', cells.Select(Quote)) + "\r\n")).TrimEnd('\n', '\r');

    private static string[] Cells(Graded graded)
    {
        var report = graded.Report;
        return
        [
            report.File, graded.Exercise, Flag(report.Gradable), Flag(report.Accepted), report.Score.ToString(CultureInfo.InvariantCulture), report.Class, string.Join(' ', report.Faults),
            Number(report.Checks.Count(check => check.Passed)), Number(report.Checks.Count), Number(report.DurationMs), report.Message,
        ];
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Quote(string cell)
    {
        // A spreadsheet takes such a text for a formula, and a submission chooses what its exceptions say.
        if (cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal))
            cell = "'" + cell;
        return cell.AsSpan().IndexOfAny("\",\r\n") < 0 ? cell : new StringBuilder(cell).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString();
    }
}
