using Microsoft.CodeAnalysis;

namespace DropoutLessons.Cli.Grading;

/// <summary>Reads an answer and points at what often goes wrong. A help, never a mark: right answers may do any of it.</summary>
internal static class Suggestions
{
    private static readonly IReadingRule[] s_rules =
        [new UnusedParameter(), new DivisionByRate(), new SystemRandom(), new MaskInField(), new IntegerDivision(), new FloatKeepProbability()];

    /// <summary>Names of the rules, each with what it looks for.</summary>
    public static IReadOnlyList<(string Name, string Purpose)> Rules { get; } = [.. s_rules.Select(rule => (rule.Name, rule.Purpose))];

    /// <summary>Reads <paramref name="answer"/> and, where it is a method, the class around it.</summary>
    /// <returns>what was noticed, in the order of the lines</returns>
    public static IReadOnlyList<Suggestion> Of(CellCompilation cell, AnswerDeclaration answer)
    {
        var model = cell.Compilation.GetSemanticModel(cell.Tree);
        // Helpers that the answer calls are part of it, so the whole cell is read.
        var reading = new Reading(answer.Node, cell.Tree.GetRoot(), model);
        return [.. s_rules.SelectMany(rule => rule.Find(reading).Select(found => At(rule.Name, found.Place, found.Message)))
            .OrderBy(suggestion => (suggestion.Line, suggestion.Column))];
    }

    private static Suggestion At(string rule, SyntaxNode node, string message)
    {
        var start = node.GetLocation().GetLineSpan();
        return new(rule, message, start.Path, start.StartLinePosition.Line + 1, start.StartLinePosition.Character + 1);
    }
}

/// <summary>Is what a rule reads.</summary>
/// <param name="Answer">declaration of the function that is graded</param>
/// <param name="Cell">everything in its cell</param>
/// <param name="Model">what the names in it mean</param>
internal sealed record Reading(SyntaxNode Answer, SyntaxNode Cell, SemanticModel Model);

/// <summary>Looks for one thing.</summary>
internal interface IReadingRule
{
    /// <summary>Short name, lower case with hyphens.</summary>
    public string Name { get; }

    /// <summary>What it looks for.</summary>
    public string Purpose { get; }

    /// <summary>Finds it.</summary>
    public IEnumerable<(SyntaxNode Place, string Message)> Find(Reading reading);
}
