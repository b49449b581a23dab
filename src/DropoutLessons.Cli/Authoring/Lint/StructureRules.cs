using System.Text.RegularExpressions;

namespace DropoutLessons.Cli.Authoring;

/// <summary>Rules on how a lesson begins, goes on and ends: predict, run, see, fix, prove.</summary>
internal static partial class StructureRules
{
    public const string SetupId = "setup";

    private const int LeastPredictions = 3;

    private static readonly string s_setup = string.Join('\n',
        "#r \"lib/DropoutLessons.Core.dll\"", "#r \"lib/DropoutLessons.Interactive.dll\"", "#r \"lib/DropoutLessons.Grading.dll\"", "using DropoutLessons;");

    // A lesson that trains a network loads one more library.
    private const string Training = "#r \"lib/DropoutLessons.Training.dll\"\n";

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("title", lesson => lesson.Source.Cells is [{ IsCode: false } first, ..] && Title().IsMatch(first.Text) ? []
            : [new(1, "the first cell is a title \"# …\", \"After this you can\", and three bullets.")]),
        new("setup", lesson => lesson.Source.Cells.FirstOrDefault(cell => cell.IsCode) is { Id: SetupId } setup && setup.Text.Replace(Training, "", StringComparison.Ordinal) == s_setup ? []
            : [new(1, $"the first code cell has the id {SetupId} and holds just the lines every lesson starts with:\n{s_setup}")]),
        new("predict", lesson => lesson.Source.Cells.Count(cell => !cell.IsCode && cell.Text.Contains("**Predict:**", StringComparison.Ordinal)) is var count && count >= LeastPredictions ? []
            : [new(1, $"{count} questions start with **Predict:**; ask at least {LeastPredictions}, each before the cell that shows the answer.")]),
        new("predict-first", lesson => lesson.Sections.SelectMany(section => section.Cells
            .Where(cell => !cell.IsCode && cell.Text.Contains("**Predict:**", StringComparison.Ordinal) && !section.Cells.SkipWhile(other => other != cell).Any(other => section.Demonstrations.Contains(other)))
            .Select(cell => LintPlace.At(cell, "no cell after this prediction, in its section, shows what happens.")))),
        new("graded-prediction", lesson => lesson.Source.Cells.Any(cell => cell.Is(CellTag.Check) && cell.Text.Contains("Check.Prediction(", StringComparison.Ordinal)) ? []
            : [new(1, "no prediction is graded: add an exercise cell \"int? name = null;  // TODO\" and a check cell \"Check.Prediction(…)\".")]),
        new("python", lesson => lesson.Sections.Any(section => section.Heading == "The same in Python" && section.Cells[0].Text.Contains("```python", StringComparison.Ordinal)) ? []
            : [new(1, "there is no section \"## The same in Python\" with a block ```python.")]),
        new("summary", lesson => lesson.Sections[^1] is { Heading: "In three lines" } last && Bullet().Count(last.Cells[0].Text) == 3 ? []
            : [new(lesson.Source.Cells[^1].Line, "the last section is \"## In three lines\" and has three bullets.")]),
        new("link-on", lesson => lesson.Course.SkipWhile(other => other != lesson.Source).Skip(1).FirstOrDefault() is { } next
            && !Regex.IsMatch(lesson.Source.Cells[^1].Text, $@"^Next: \[.+\]\({next.Id}\.ipynb\)", RegexOptions.Multiline)
            ? [LintPlace.At(lesson.Source.Cells[^1], $"the lesson does not end with the link on: Next: [{next.Title}]({next.Id}.ipynb).")] : []),
    ];

    [GeneratedRegex(@"\A# \S.*\n\nAfter this you can\n\n(- .+\n?){3}\Z")]
    private static partial Regex Title();

    [GeneratedRegex("^- ", RegexOptions.Multiline)]
    private static partial Regex Bullet();
}
