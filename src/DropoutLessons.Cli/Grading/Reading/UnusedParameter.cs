using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DropoutLessons.Cli.Grading;

/// <summary>Looks for a parameter of the answer that nothing in it uses.</summary>
internal sealed class UnusedParameter : IReadingRule
{
    public string Name => "unused-parameter";

    public string Purpose => "A parameter, such as rate, is never used.";

    public IEnumerable<(SyntaxNode Place, string Message)> Find(Reading reading) =>
        reading.Answer.DescendantNodes().OfType<ParameterListSyntax>().Take(1)
            .SelectMany(list => list.Parameters)
            .Where(parameter => !reading.Answer.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.Text == parameter.Identifier.Text))
            .Select(parameter => ((SyntaxNode)parameter, $"{parameter.Identifier.Text} is never used: does the result not depend on it?"));
}
