using System.Text.RegularExpressions;
using DropoutLessons.Grading;

namespace DropoutLessons.Cli.Authoring;

/// <summary>Writes the hints of an exercise into the cell that names it.</summary>
/// <remarks>Such a cell holds <c>{hints}`01-mask`</c>, in the manner of a MyST role, and what its author writes around it.</remarks>
internal static partial class HintCell
{
    /// <summary>Id of the exercise whose hints belong into a text, or null.</summary>
    public static string? ExerciseOf(string text) => Role().Match(text) is { Success: true } role ? role.Groups[1].Value : null;

    /// <summary>Returns the cell's text with its hints, each folded away.</summary>
    /// <exception cref="UnusableInputException">There is no such exercise; the message lists those there are.</exception>
    public static string Fill(SourceCell cell)
    {
        try
        {
            return Role().Replace(cell.Text, role => Details(Exercises.Find(role.Groups[1].Value).Hints));
        }
        catch (ArgumentException e)
        {
            throw new UnusableInputException($"The cell \"{cell.Id}\" (line {cell.Line}): {e.Message}", e);
        }
    }

    private static string Details(IReadOnlyList<string> hints) => string.Join("\n\n", hints.Select((hint, i) =>
        // Classic Notebook's style sheet takes the triangle of a summary away.
        $"<details><summary style=\"display:list-item;cursor:pointer\">Hint {(hints.Count == 1 ? "" : $"{i + 1} of {hints.Count}")}</summary>\n\n{hint}\n\n</details>".Replace("Hint </", "Hint</", StringComparison.Ordinal)));

    [GeneratedRegex(@"\{hints\}`([^`]+)`")]
    private static partial Regex Role();
}
