using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DropoutLessons.Cli.Grading;

/// <summary>Looks for .NET's own random numbers.</summary>
internal sealed class SystemRandom : IReadingRule
{
    public string Name => "system-random";

    public string Purpose => "Random numbers come from System.Random, whose bits are not JAX's.";

    public IEnumerable<(SyntaxNode Place, string Message)> Find(Reading reading) =>
        reading.Cell.DescendantNodes()
            .Where(node => node is BaseObjectCreationExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.Text: "Shared" })
            .Where(node => reading.Model.GetTypeInfo(node).Type?.ToDisplayString() == "System.Random")
            .Select(node => (node, "System.Random gives other numbers than JAX. Draw with a key: new Rngs((long)seed).Dropout()."));
}
