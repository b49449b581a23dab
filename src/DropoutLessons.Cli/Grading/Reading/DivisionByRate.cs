using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DropoutLessons.Cli.Grading;

/// <summary>Looks for a division by the rate itself.</summary>
internal sealed class DivisionByRate : IReadingRule
{
    public string Name => "division-by-rate";

    public string Purpose => "Something is divided by the rate; kept elements are divided by keep_prob = 1 - rate.";

    public IEnumerable<(SyntaxNode Place, string Message)> Find(Reading reading) =>
        Divisors(reading.Cell).Where(divisor => Bare(divisor) is IdentifierNameSyntax { Identifier.Text: "rate" or "dropRate" or "drop_rate" })
            .Select(divisor => ((SyntaxNode)divisor, "This divides by the rate. Kept elements are divided by keep_prob = 1 - rate."));

    private static IEnumerable<ExpressionSyntax> Divisors(SyntaxNode root) =>
        root.DescendantNodes().OfType<BinaryExpressionSyntax>().Where(binary => binary.IsKind(SyntaxKind.DivideExpression)).Select(binary => binary.Right)
            .Concat(root.DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(assignment => assignment.IsKind(SyntaxKind.DivideAssignmentExpression)).Select(assignment => assignment.Right));

    private static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Bare(inner.Expression),
        CastExpressionSyntax cast => Bare(cast.Expression),
        _ => expression,
    };
}
