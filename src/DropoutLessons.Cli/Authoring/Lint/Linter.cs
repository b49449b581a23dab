namespace DropoutLessons.Cli.Authoring;

/// <summary>Holds lessons to the rules authors have agreed on.</summary>
internal static class Linter
{
    /// <summary>Every rule.</summary>
    public static IReadOnlyList<LintRule> Rules { get; } =
        [.. StructureRules.All, .. CellRules.All, .. LengthRules.All, .. ProseRules.All, .. ClaimRules.All, .. ReferenceRules.All, .. CopyRules.All];

    /// <summary>Lists where lessons break a rule, by lesson and line.</summary>
    /// <param name="course">all lessons, in order</param>
    /// <param name="chosen">those to look at</param>
    /// <param name="notebooks">folder of the lessons</param>
    public static IEnumerable<LintFinding> Find(IReadOnlyList<LessonSource> course, IEnumerable<LessonSource> chosen, string notebooks) =>
        from lesson in chosen.Select(source => new LintedLesson(source, course, notebooks))
        from finding in Rules.SelectMany(rule => rule.Find(lesson).Select(place => new LintFinding(lesson.Source.File, place.Line, rule.Name, place.Message))).OrderBy(finding => finding.Line)
        select finding;
}
