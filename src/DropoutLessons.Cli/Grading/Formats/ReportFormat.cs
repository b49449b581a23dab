namespace DropoutLessons.Cli.Grading;

/// <summary>Lists the forms a report can have.</summary>
internal static class ReportFormat
{
    /// <summary>Each form's name and what writes it.</summary>
    public static IReadOnlyDictionary<string, Func<GradingResult, string>> All { get; } = new Dictionary<string, Func<GradingResult, string>>
    {
        ["text"] = TextReport.Write,
        ["json"] = JsonReport.Write,
        ["junit"] = JUnitReport.Write,
        ["sarif"] = SarifReport.Write,
        ["csv"] = CsvReport.Write,
        ["gradescope"] = GradescopeReport.Write,
        ["prairielearn"] = PrairieLearnReport.Write,
        ["html"] = SummaryPage.Write,
    };
}
