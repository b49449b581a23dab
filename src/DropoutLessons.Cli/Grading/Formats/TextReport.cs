namespace DropoutLessons.Cli.Grading;

/// <summary>Writes results for people: each with its sentence, a class with its misconceptions.</summary>
internal static class TextReport
{
    public static string Write(GradingResult result)
    {
        bool isClass = result.Graded.Count > 1;
        var lines = result.Graded.SelectMany(graded => isClass ? Lines(graded).Append("") : Lines(graded)).ToList();
        if (isClass)
            lines.AddRange(ClassSummary.Of(result).Lines());
        if (!result.IsIsolated)
            lines.Add(result.Isolation);
        return string.Join(Environment.NewLine, lines);
    }

    private static IEnumerable<string> Lines(Graded graded)
    {
        var report = graded.Report;
        yield return $"{report.File}: {report.Mark}";
        yield return report.Message;
        foreach (string line in graded.Trace)
            yield return $"    {line}";
        foreach (string fault in report.Faults)
            yield return $"  fault: {fault}";
        if (report.Checks.Count > 0)
            yield return $"  {report.Checks.Count(check => check.Passed)} of {report.Checks.Count} checks right{(graded.HiddenChecks.Count > 0 ? $", {graded.HiddenChecks.Count} of them hidden" : "")}";
        foreach (string hint in graded.Hints)
            yield return $"  hint: {hint}";
        if (graded.Lesson is { } lesson)
            yield return $"  see lesson {lesson}";
        if (graded.Note is { } note)
            yield return $"  note: {note}";
        // A right answer may do what is suggested against, and a stub has nothing to look at.
        foreach (var suggestion in report.Class is "wrong" or "threw" ? graded.Suggestions : [])
            yield return $"  look at {suggestion.Place}, line {suggestion.Line}, column {suggestion.Column}: {suggestion.Message}";
    }
}
