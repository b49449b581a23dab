namespace DropoutLessons.Cli.Grading;

/// <summary>Writes results as JSON: one object, or an array of them for several submissions. The shape is in grade.schema.json.</summary>
internal static class JsonReport
{
    public static string Write(GradingResult result) => result.Graded.Count == 1
        ? ReportJson.Of(result.Graded[0].Report)
        : ReportJson.Of(result.Graded.Select(graded => graded.Report));
}
