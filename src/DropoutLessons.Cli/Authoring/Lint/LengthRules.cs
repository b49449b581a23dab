using System.Text.RegularExpressions;

namespace DropoutLessons.Cli.Authoring;

/// <summary>Rules on how much a learner has to read, of prose and of code.</summary>
internal static partial class LengthRules
{
    private const int FewestCells = 15, MostCells = 40, MostWords = 1500, MostWordsInCell = 150, MedianWords = 60;
    private const int MostLines = 20, MedianLines = 6, MostColumns = 100, MostQuotedColumns = 80, LeastMinutes = 10, MostMinutes = 20;

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("cells", lesson => lesson.Shown.Count() is var count && count is >= FewestCells and <= MostCells ? []
            : [new(1, $"a learner sees {count} cells; a lesson has {FewestCells} to {MostCells}. Leave something out, or make two lessons of it.")]),
        new("words", lesson => lesson.Shown.Where(cell => !cell.IsCode).Sum(cell => Words(cell.Text)) is var words && words <= MostWords ? []
            : [new(1, $"the lesson has {words} words; it may have {MostWords}.")]),
        new("cell-words", lesson => lesson.Source.Cells.Where(cell => !cell.IsCode && Words(cell.Text) > MostWordsInCell)
            .Select(cell => LintPlace.At(cell, $"{Words(cell.Text)} words; a cell may have {MostWordsInCell}."))),
        new("median-words", lesson => Median(lesson.Shown.Where(cell => !cell.IsCode).Select(cell => Words(cell.Text))) is var median && median <= MedianWords ? []
            : [new(1, $"half of the cells of prose have more than {median - 1} words; the middle one may have {MedianWords}.")]),
        new("code-lines", lesson => lesson.Source.Cells.Where(cell => cell.IsCode && Lines(cell) > MostLines)
            .Select(cell => LintPlace.At(cell, $"{Lines(cell)} lines; a cell may have {MostLines}. What is longer belongs into src/."))),
        new("median-code", lesson => Median(lesson.Shown.Where(cell => cell.IsCode).Select(Lines)) is var median && median <= MedianLines ? []
            : [new(1, $"half of the code cells have {median} lines or more; the middle one may have {MedianLines}.")]),
        new("columns", lesson => lesson.Source.Cells.Where(cell => cell.IsCode && cell.Text.Split('\n').Any(line => line.Length > MostColumns) && !cell.Is(CellTag.Claim))
            .Select(cell => LintPlace.At(cell, $"a line of code is longer than {MostColumns} columns."))
            .Concat(lesson.Source.Cells.Where(cell => !cell.IsCode && Fence().Matches(cell.Text).Any(fence => fence.Value.Split('\n').Any(line => line.Length > MostQuotedColumns)))
                .Select(cell => LintPlace.At(cell, $"a line of code in the prose is longer than {MostQuotedColumns} columns: classic Notebook breaks it.")))),
        new("minutes", lesson => lesson.Source.Facts.Minutes is >= LeastMinutes and <= MostMinutes ? []
            : [new(1, $"{lesson.Source.Facts.Minutes} minutes; a lesson takes {LeastMinutes} to {MostMinutes}.")]),
    ];

    /// <summary>Counts what is read as prose: no blocks of code.</summary>
    public static int Words(string markdown) => Word().Count(Fence().Replace(markdown, ""));

    private static int Lines(SourceCell cell) => cell.Text.Split('\n').Count(line => line.Trim().Length > 0);

    private static int Median(IEnumerable<int> numbers) => numbers.Order().ToArray() is { Length: > 0 } sorted ? sorted[sorted.Length / 2] : 0;

    [GeneratedRegex(@"[\p{L}\p{N}_']+")]
    private static partial Regex Word();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
