namespace DropoutLessons.Cli.Grading;

/// <summary>Counts what a class got right and wrong.</summary>
/// <param name="Marks">how many submissions got each mark, the most frequent first</param>
/// <param name="Misconceptions">how many show each misconception; one whose faults hide each other counts for every one that fits</param>
/// <param name="Checks">how many failed each check</param>
/// <param name="Total">how many there are</param>
internal sealed record ClassSummary(
    IReadOnlyList<(string Name, int Count)> Marks, IReadOnlyList<(string Name, int Count)> Misconceptions, IReadOnlyList<(string Name, int Count)> Checks, int Total)
{
    /// <summary>What wrong answers are counted under that no misconception explains.</summary>
    public const string Unknown = "none that is known";

    public static ClassSummary Of(GradingResult result) => new(
        Count(result.Graded.Select(graded => graded.Report.Mark)),
        Count(result.Graded.SelectMany(MisconceptionsOf)),
        Count(result.Graded.SelectMany(graded => graded.Report.Checks.Where(check => !check.Passed).Select(check => check.Id))),
        result.Graded.Count);

    /// <summary>Names the misconceptions a submission counts for.</summary>
    public static IEnumerable<string> MisconceptionsOf(Graded graded) =>
        graded.Report.Accepted ? [] : graded.Report.Faults.Count > 0 ? graded.Report.Faults : graded.Report.Class == "wrong" ? [Unknown] : [];

    /// <summary>Writes the counts for a terminal.</summary>
    public IEnumerable<string> Lines() =>
        [$"{Total} submissions", .. Marks.Select(Line), .. Titled("Misconceptions", Misconceptions), .. Titled("Checks failed", Checks)];

    private static (string, int)[] Count(IEnumerable<string> names) =>
        [.. names.GroupBy(name => name).Select(group => (group.Key, group.Count())).OrderByDescending(pair => pair.Item2).ThenBy(pair => pair.Key, StringComparer.Ordinal)];

    private static IEnumerable<string> Titled(string title, IReadOnlyList<(string Name, int Count)> counts) => counts.Count == 0 ? [] : [title, .. counts.Select(Line)];

    private static string Line((string Name, int Count) entry) => $"  {entry.Count,5}  {entry.Name}";
}
