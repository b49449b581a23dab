using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DropoutLessons.Cli.Grading;

/// <summary>Keeps what compiles of a cell and leaves out the rest: a broken demonstration says nothing about an answer beside it.</summary>
internal static class Salvage
{
    private const int MostRounds = 30;

    /// <summary>Leaves out statements, declarations and <c>using</c> lines with errors until the remainder compiles.</summary>
    /// <param name="failed">the cell as written</param>
    /// <param name="compile">compiles a changed text of the cell</param>
    /// <param name="lost">receives the names that were left out, each with the reason</param>
    /// <returns>the remainder, or null when nothing compiles</returns>
    public static CellCompilation? Of(CellCompilation failed, Func<string, CellCompilation> compile, IDictionary<string, Diagnostic> lost)
    {
        string code = failed.Tree.ToString();
        for (int round = 0; round < MostRounds && failed.Errors.Count > 0; round++)
        {
            var parts = Broken(failed).ToArray();
            if (parts.Length == 0)
                return null;
            foreach (var (part, error) in parts)
            {
                foreach (string name in NamesOf(part))
                    lost[name] = error;
                code = CellText.Blank(code, part.SpanStart, part.Span.Length);
            }
            failed = compile(code);
        }
        return failed.Errors.Count == 0 ? failed : null;
    }

    private static IEnumerable<(SyntaxNode Part, Diagnostic Error)> Broken(CellCompilation cell)
    {
        var root = (CompilationUnitSyntax)cell.Tree.GetRoot();
        SyntaxNode[] parts = [.. root.Members, .. root.Usings];
        return cell.Errors.Where(error => error.Location.SourceTree == cell.Tree)
            .Select(error => (Part: PartAt(parts, error.Location.SourceSpan.Start), Error: error))
            .Where(pair => pair.Part is not null).DistinctBy(pair => pair.Part)!;
    }

    // What is missing at the end of the cell is missing in its last part.
    private static SyntaxNode? PartAt(SyntaxNode[] parts, int position) =>
        parts.FirstOrDefault(part => part.FullSpan.Contains(position)) ?? parts.FirstOrDefault(part => part.FullSpan.End == position);

    /// <summary>Lists what a part of a cell declares.</summary>
    public static IEnumerable<string> NamesOf(SyntaxNode part) => part switch
    {
        MethodDeclarationSyntax method => [method.Identifier.Text],
        BaseTypeDeclarationSyntax type => [type.Identifier.Text],
        DelegateDeclarationSyntax type => [type.Identifier.Text],
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.Text),
        PropertyDeclarationSyntax property => [property.Identifier.Text],
        GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax function } => [function.Identifier.Text],
        GlobalStatementSyntax statement => statement.DescendantNodes(node => node is not LambdaExpressionSyntax).OfType<SingleVariableDesignationSyntax>().Select(variable => variable.Identifier.Text),
        _ => [],
    };
}
