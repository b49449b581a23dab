namespace DropoutLessons.Cli.Grading;

/// <summary>Writes one result as Gradescope's results.json.</summary>
/// <remarks>Source: Gradescope's autograder specification, "Output format". It has no word for "not gradable": such a submission gets 0 and its sentence.</remarks>
internal static class GradescopeReport
{
    public static string Write(GradingResult result)
    {
        var graded = result.Single("Gradescope's results.json");
        var report = graded.Report;
        return ReportJson.Of(new
        {
            report.Score,
            ExecutionTime = report.DurationMs / 1000.0,
            Output = graded.Note is { } note ? $"{report.Message}\n{note}" : report.Message,
            OutputFormat = "text",
            Visibility = "visible",
            StdoutVisibility = "hidden",
            // No points of their own: the mark is all or nothing, and it stands above.
            Tests = report.Checks.Select((check, i) => new
            {
                Number = $"{i + 1}",
                Name = check.Id,
                Status = check.Passed ? "passed" : "failed",
                Output = check.Message,
                Visibility = graded.HiddenChecks.Contains(check.Id) ? "after_published" : "visible",
            }),
            ExtraData = new { report.Class, report.Faults, report.Gradable, graded.Exercise },
        });
    }
}
