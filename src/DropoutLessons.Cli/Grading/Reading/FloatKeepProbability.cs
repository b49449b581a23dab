using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DropoutLessons.Cli.Grading;

/// <summary>Looks for a keep probability subtracted in float, which is rounded twice.</summary>
internal sealed class FloatKeepProbability : IReadingRule
{
    public string Name => "float-keep-probability";

    public string Purpose => "keep_prob is subtracted in float; JAX's caller subtracts in double and rounds once.";

    public IEnumerable<(SyntaxNode Place, string Message)> Find(Reading reading) =>
        reading.Cell.DescendantNodes().OfType<BinaryExpressionSyntax>()
            .Where(binary => binary.IsKind(SyntaxKind.SubtractExpression)
                && reading.Model.GetTypeInfo(binary).Type?.SpecialType == SpecialType.System_Single
                && reading.Model.GetConstantValue(binary.Left) is { HasValue: true, Value: 1 or 1f }
                && binary.Right.ToString().Contains("rate", StringComparison.OrdinalIgnoreCase))
            .Select(binary => ((SyntaxNode)binary, "This subtracts in float, so the rate is rounded before the subtraction. Subtract first and round once: (float)(1 - rate)."));
}
