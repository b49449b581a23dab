using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DropoutLessons.Cli.Grading;

/// <summary>Is a place where a submission declares a function that could be the answer.</summary>
/// <param name="Name">the function's name</param>
/// <param name="Expression">C# that denotes it from outside</param>
/// <param name="Node">its declaration</param>
internal sealed partial record AnswerDeclaration(string Name, string Expression, SyntaxNode Node)
{
    /// <summary>True for the stub that every exercise starts from: it does nothing but throw <see cref="NotImplementedException"/>.</summary>
    public bool IsStub => Body() switch
    {
        BlockSyntax { Statements: [ThrowStatementSyntax { Expression: { } thrown }] } => IsNotImplemented(thrown),
        ArrowExpressionClauseSyntax { Expression: ThrowExpressionSyntax { Expression: { } thrown } } => IsNotImplemented(thrown),
        _ => false,
    };

    private static readonly Dictionary<string, string> s_keywords = new()
    {
        ["Boolean"] = "bool",
        ["Int32"] = "int",
        ["UInt32"] = "uint",
        ["Int64"] = "long",
        ["Single"] = "float",
        ["Double"] = "double",
        ["String"] = "string",
        ["Object"] = "object",
    };

    /// <summary>Types of what a function takes, by their keywords and without nullable annotations; empty texts where a lambda leaves them out; null for what is no function.</summary>
    public IReadOnlyList<string>? ParameterTypes => Node switch
    {
        MethodDeclarationSyntax method => Types(method.ParameterList),
        LocalFunctionStatementSyntax function => Types(function.ParameterList),
        VariableDeclaratorSyntax { Initializer.Value: ParenthesizedLambdaExpressionSyntax lambda } => Types(lambda.ParameterList),
        VariableDeclaratorSyntax { Initializer.Value: SimpleLambdaExpressionSyntax } => [""],
        _ => null,
    };

    /// <summary>Lists the functions, methods and delegates that <paramref name="root"/> declares and that can be called from outside.</summary>
    public static IEnumerable<AnswerDeclaration> In(SyntaxNode root) =>
        root.DescendantNodes(IsOutsideBodies).Select(Of).OfType<AnswerDeclaration>();

    // A local helper inside a function cannot be called from outside.
    private static bool IsOutsideBodies(SyntaxNode node) => node is not (BlockSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax);

    private static AnswerDeclaration? Of(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => new(method.Identifier.Text, Qualify(method, method.Identifier.Text, method.Modifiers), method),
        LocalFunctionStatementSyntax function => new(function.Identifier.Text, function.Identifier.Text, function),
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } variable => new(variable.Identifier.Text, Qualify(field, variable.Identifier.Text, field.Modifiers), variable),
        _ => null,
    };

    private static string Qualify(SyntaxNode declaration, string name, SyntaxTokenList modifiers)
    {
        string owner = string.Join('.', declaration.Ancestors().OfType<TypeDeclarationSyntax>().Select(type => type.Identifier.Text).Reverse());
        return owner.Length == 0 ? name : modifiers.Any(SyntaxKind.StaticKeyword) ? $"{owner}.{name}" : $"new {owner}().{name}";
    }

    private static string[] Types(ParameterListSyntax list) => [.. list.Parameters.Select(parameter => parameter.Type is { } type ? Plain(type) : "")];

    private static string Plain(TypeSyntax type) => ClrName().Replace(type.ToString().TrimEnd('?'), match => s_keywords[match.Groups[1].Value]);

    private SyntaxNode? Body() => Node switch
    {
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
        LocalFunctionStatementSyntax function => (SyntaxNode?)function.Body ?? function.ExpressionBody,
        _ => null,
    };

    private static bool IsNotImplemented(ExpressionSyntax thrown) =>
        thrown is ObjectCreationExpressionSyntax creation && creation.Type.ToString().EndsWith(nameof(NotImplementedException), StringComparison.Ordinal);

    [GeneratedRegex(@"\b(?:global::)?(?:System\.)?(Boolean|Int32|UInt32|Int64|Single|Double|String|Object)\b")]
    private static partial Regex ClrName();
}
