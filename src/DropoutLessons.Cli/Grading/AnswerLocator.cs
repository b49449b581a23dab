using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DropoutLessons.Cli.Grading;

/// <summary>Finds the answer in submitted code: a function, method or delegate called <c>dropout_forward</c> or <c>DropoutForward</c>.</summary>
internal static class AnswerLocator
{
    private static readonly string[] s_names = ["dropout_forward", "DropoutForward"];
    private static readonly CSharpParseOptions s_script = CSharpParseOptions.Default.WithKind(SourceCodeKind.Script);

    /// <summary>Returns the C# expression that denotes the answer declared last, or null when there is none.</summary>
    public static string? Find(Submission submission) =>
        submission.Cells.SelectMany(cell => Declarations(cell.Code)).LastOrDefault();

    private static IEnumerable<string> Declarations(string code) =>
        CSharpSyntaxTree.ParseText(code, s_script).GetRoot().DescendantNodes(IsOutsideBodies).Select(Expression).OfType<string>();

    // A local helper of the same name inside a function cannot be called from outside.
    private static bool IsOutsideBodies(SyntaxNode node) => node is not (BlockSyntax or ArrowExpressionClauseSyntax);

    private static string? Expression(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method when s_names.Contains(method.Identifier.Text) => Qualify(method, method.Identifier.Text, method.Modifiers),
        LocalFunctionStatementSyntax function when s_names.Contains(function.Identifier.Text) => function.Identifier.Text,
        VariableDeclaratorSyntax variable when s_names.Contains(variable.Identifier.Text) && variable.Parent?.Parent is FieldDeclarationSyntax field
            => Qualify(field, variable.Identifier.Text, field.Modifiers),
        _ => null,
    };

    private static string Qualify(SyntaxNode declaration, string name, SyntaxTokenList modifiers)
    {
        var containers = declaration.Ancestors().Select(NameOf).OfType<string>().Reverse().ToArray();
        if (containers.Length == 0)
            return name;
        string owner = string.Join('.', containers);
        return modifiers.Any(SyntaxKind.StaticKeyword) ? $"{owner}.{name}" : $"new {owner}().{name}";
    }

    private static string? NameOf(SyntaxNode node) => node switch
    {
        TypeDeclarationSyntax type => type.Identifier.Text,
        BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
        _ => null,
    };
}
