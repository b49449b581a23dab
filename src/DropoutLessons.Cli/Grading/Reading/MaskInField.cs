using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DropoutLessons.Cli.Grading;

/// <summary>Looks for a mask that outlives the call it was drawn for.</summary>
internal sealed class MaskInField : IReadingRule
{
    public string Name => "mask-in-field";

    public string Purpose => "A mask is kept outside the function, where the next call may find an old one.";

    public IEnumerable<(SyntaxNode Place, string Message)> Find(Reading reading) =>
        reading.Answer.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(assignment => reading.Model.GetSymbolInfo(assignment.Left).Symbol is IFieldSymbol { Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Boolean or SpecialType.System_Single } })
            .Select(assignment => ((SyntaxNode)assignment, $"{assignment.Left} lives on after the call. A mask belongs to one call: keep it in a local variable."));
}
