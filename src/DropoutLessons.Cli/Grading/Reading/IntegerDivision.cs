using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DropoutLessons.Cli.Grading;

/// <summary>Looks for a division of whole numbers, which loses what comes after the point.</summary>
internal sealed class IntegerDivision : IReadingRule
{
    public string Name => "integer-division";

    public string Purpose => "Two whole numbers are divided, so the result is cut to a whole number.";

    public IEnumerable<(SyntaxNode Place, string Message)> Find(Reading reading) =>
        reading.Cell.DescendantNodes().OfType<BinaryExpressionSyntax>()
            .Where(binary => binary.IsKind(SyntaxKind.DivideExpression) && IsWhole(binary.Left, reading.Model) && IsWhole(binary.Right, reading.Model))
            .Select(binary => ((SyntaxNode)binary, $"{binary} divides whole numbers, so it is cut to a whole number. Make one of them floating-point, such as {binary.Left} / (double){binary.Right}."));

    private static bool IsWhole(ExpressionSyntax expression, SemanticModel model) =>
        model.GetTypeInfo(expression).Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_UInt64;
}
