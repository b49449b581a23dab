namespace DropoutLessons.Cli.Grading;

/// <summary>Writes one result as PrairieLearn's results.json.</summary>
/// <remarks>Source: PrairieLearn's documentation of external grading, "Grading result". A submission that is not gradable costs no try there.</remarks>
internal static class PrairieLearnReport
{
    public static string Write(GradingResult result)
    {
        var graded = result.Single("PrairieLearn's results.json");
        var report = graded.Report;
        return ReportJson.Of(new
        {
            report.Gradable,
            report.Score,
            report.Message,
            Output = graded.Note ?? "",
            FormatErrors = report.Gradable ? [] : new[] { report.Message },
            Tests = report.Checks.Select(check => new
            {
                Name = check.Id,
                Description = "",
                Points = check.Passed ? 1 : 0,
                MaxPoints = 1,
                check.Message,
                Output = "",
            }),
        });
    }
}
