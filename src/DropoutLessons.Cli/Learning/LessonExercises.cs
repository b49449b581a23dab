using System.Text.RegularExpressions;
using DropoutLessons.Cli.Authoring;

namespace DropoutLessons.Cli.Learning;

/// <summary>Finds out which exercises a lesson's check cells ask about.</summary>
internal static partial class LessonExercises
{
    /// <summary>Ids of the exercises of a lesson, in order.</summary>
    public static IReadOnlyList<string> Of(LessonSource lesson) =>
        [.. lesson.Cells.Where(cell => cell.Is(CellTag.Check)).Select(cell => In(cell.Text)).OfType<string>()];

    /// <summary>Id of the exercise that the code of a check cell names, or null.</summary>
    public static string? In(string code) => Call().Match(code) is { Success: true } call ? call.Groups[1].Value : null;

    [GeneratedRegex(@"\bCheck\.\w+\(\s*""([^""]+)""")]
    private static partial Regex Call();
}
