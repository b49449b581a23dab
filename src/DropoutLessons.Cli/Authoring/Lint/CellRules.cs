using System.Text.RegularExpressions;

namespace DropoutLessons.Cli.Authoring;

/// <summary>Rules on single cells: names, tags, and what belongs to an exercise.</summary>
internal static partial class CellRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("cell-id", lesson => lesson.Source.Cells.Where((cell, i) => !Name().IsMatch(cell.Id) || lesson.Source.Cells.Take(i).Any(other => other.Id == cell.Id))
            .Select(cell => LintPlace.At(cell, "an id is lower case with hyphens, at most 64 characters, and stands once in a lesson."))),
        new("tag", lesson => lesson.Source.Cells.SelectMany(cell => cell.Tags.Except(CellTag.All)
            .Select(tag => LintPlace.At(cell, $"the tag \"{tag}\" is not known; there are {string.Join(", ", CellTag.All)}.")))),
        new("exercise", lesson => lesson.Source.Cells.Any(cell => cell.Is(CellTag.Exercise)) ? lesson.Source.Cells.Where(cell => cell.Is(CellTag.Exercise)).SelectMany(cell => Incomplete(lesson.Source.Cells, cell))
            : [new(1, "the lesson has no exercise.")]),
        new("determinism", lesson => lesson.Source.Cells.Where(cell => cell.IsCode).SelectMany(cell => ByChance().Matches(cell.Text)
            .Select(use => LintPlace.At(cell, $"{use.Value} gives other values each time: write keys out, as PrngKey.FromSeed(0).")))),
        new("helper-code", lesson => lesson.Shown.Where(cell => cell.IsCode && !cell.Is(CellTag.Exercise) && Declaration().IsMatch(cell.Text))
            .Select(cell => LintPlace.At(cell, "a type is declared; code a lesson needs more of belongs into src/."))),
    ];

    private static IEnumerable<LintPlace> Incomplete(IReadOnlyList<SourceCell> cells, SourceCell exercise)
    {
        if (!exercise.Text.Contains("// TODO", StringComparison.Ordinal))
            yield return LintPlace.At(exercise, "a stub says what to do: // TODO: …");
        var after = cells.SkipWhile(cell => cell != exercise).Skip(1).TakeWhile(cell => !cell.Is(CellTag.Exercise)).ToArray();
        if (after.FirstOrDefault() is not { IsCode: true } solution || !solution.Is(CellTag.Solution))
            yield return LintPlace.At(exercise, "the cell after a stub is its answer, tagged solution.");
        foreach (string tag in (string[])[CellTag.Check, CellTag.Hint])
            if (!after.Any(cell => cell.Is(tag)))
                yield return LintPlace.At(exercise, $"no cell tagged {tag} follows before the next exercise.");
        if (after.FirstOrDefault(cell => cell.Is(CellTag.Hint)) is { } hint && HintCell.ExerciseOf(hint.Text) is null)
            yield return LintPlace.At(hint, "a hint cell names its exercise: {hints}`01-mask`.");
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\bnew Random\b|\bRandom\.Shared\b|\bDateTime(Offset)?\.\w*Now\b|\bGuid\.NewGuid\b|\bStopwatch\b|\bTickCount")]
    private static partial Regex ByChance();

    [GeneratedRegex(@"^\s*(public |internal |sealed |static |abstract )*(class|struct|record|interface|enum) ", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
