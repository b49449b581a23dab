using Microsoft.CodeAnalysis.CSharp;

namespace DropoutLessons.Cli.Authoring;

/// <summary>Rules that tie what the prose says to what the code does.</summary>
internal static class ClaimRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("claim", lesson => lesson.Sections.Where(section => section.Demonstrations.Any() && !section.Cells.Any(cell => cell.Is(CellTag.Claim)))
            .Select(section => LintPlace.At(section.Cells[0], "the section shows something and claims nothing: add a cell tagged claim with an expression that is true as long as the prose is."))),
        new("claim-expression", lesson => lesson.Source.Cells.Where(cell => cell.Is(CellTag.Claim) && (!cell.IsCode || SyntaxFactory.ParseExpression(cell.Text).ContainsDiagnostics))
            .Select(cell => LintPlace.At(cell, "a claim is a single C# expression, without a semicolon, whose value is true."))),
        new("claim-substance", lesson => lesson.Source.Cells.Where(cell => cell.Is(CellTag.Claim) && cell.Text.Trim() is "true" or "!false")
            .Select(cell => LintPlace.At(cell, "a claim that is always true claims nothing."))),
    ];
}
