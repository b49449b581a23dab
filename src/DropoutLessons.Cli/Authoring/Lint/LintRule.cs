namespace DropoutLessons.Cli.Authoring;

/// <summary>Is one thing a lesson must keep to.</summary>
/// <param name="Name">short name, as in reports</param>
/// <param name="Find">lists where a lesson breaks it</param>
internal sealed record LintRule(string Name, Func<LintedLesson, IEnumerable<LintPlace>> Find);

/// <summary>Says where a rule is broken and what would mend it.</summary>
/// <param name="Line">line of the source, from 1</param>
/// <param name="Message">the value, the rule and the way out</param>
internal readonly record struct LintPlace(int Line, string Message)
{
    public static LintPlace At(SourceCell cell, string message) => new(cell.Line, $"cell \"{cell.Id}\": {message}");
}

/// <summary>Is one line of what <c>lint</c> reports.</summary>
/// <param name="File">the source or a generated notebook</param>
/// <param name="Line">line of the source, from 1</param>
/// <param name="Rule">name of the rule</param>
/// <param name="Message">the value, the rule and the way out</param>
internal sealed record LintFinding(string File, int Line, string Rule, string Message);

/// <summary>Is a lesson among the others, cut into sections.</summary>
/// <param name="Source">the lesson</param>
/// <param name="Course">all lessons, in order</param>
/// <param name="Notebooks">folder of the lessons</param>
internal sealed record LintedLesson(LessonSource Source, IReadOnlyList<LessonSource> Course, string Notebooks)
{
    /// <summary>Cells from one heading of the second level to the next; the first section is what stands before any.</summary>
    public IReadOnlyList<LintSection> Sections { get; } = Cut(Source.Cells);

    /// <summary>Cells a learner sees.</summary>
    public IEnumerable<SourceCell> Shown => Source.Cells.Where(cell => !cell.Is(CellTag.Solution) && !cell.Is(CellTag.Claim) && !cell.Is(CellTag.Teacher));

    private static List<LintSection> Cut(IReadOnlyList<SourceCell> cells)
    {
        var sections = new List<LintSection> { new("", []) };
        foreach (var cell in cells)
        {
            if (!cell.IsCode && cell.Text.StartsWith("## ", StringComparison.Ordinal))
                sections.Add(new(cell.Text.Split('\n')[0][3..].Trim(), []));
            sections[^1].Cells.Add(cell);
        }
        return sections;
    }
}

/// <summary>Is a heading and the cells below it.</summary>
/// <param name="Heading">text of the heading; empty for the first section</param>
/// <param name="Cells">the cells, that of the heading first</param>
internal sealed record LintSection(string Heading, List<SourceCell> Cells)
{
    /// <summary>Cells that show something: code that is neither exercise, answer, check nor claim.</summary>
    public IEnumerable<SourceCell> Demonstrations => Cells.Where(cell => cell is { IsCode: true, Id: not StructureRules.SetupId } && !cell.Tags.Except([CellTag.RaisesException]).Any());
}
