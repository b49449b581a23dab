using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DropoutLessons.Kernel;

/// <summary>Puts a call of <see cref="Guard.Check"/> into every loop and function body, on the line where it already stands.</summary>
/// <remarks>No line is added, so the learner's line numbers stay right.</remarks>
/// <param name="session">number of the session the code belongs to</param>
/// <param name="entersExpressions">whether lambdas of one expression are guarded, too; such a lambda cannot become an expression tree</param>
internal sealed class GuardRewriter(int session, bool entersExpressions) : CSharpSyntaxRewriter
{
    private readonly StatementSyntax _check = SyntaxFactory.ParseStatement($"global::DropoutLessons.Kernel.Guard.Check({session}); ");

    public static SyntaxNode Rewrite(SyntaxNode root, int session, bool entersExpressions) => new GuardRewriter(session, entersExpressions).Visit(root);

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) =>
        base.VisitWhileStatement(node) is WhileStatementSyntax loop ? loop.WithStatement(Checked(loop.Statement)) : null;

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node) =>
        base.VisitDoStatement(node) is DoStatementSyntax loop ? loop.WithStatement(Checked(loop.Statement)) : null;

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node) =>
        base.VisitForStatement(node) is ForStatementSyntax loop ? loop.WithStatement(Checked(loop.Statement)) : null;

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) =>
        base.VisitForEachStatement(node) is ForEachStatementSyntax loop ? loop.WithStatement(Checked(loop.Statement)) : null;

    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node) =>
        base.VisitForEachVariableStatement(node) is ForEachVariableStatementSyntax loop ? loop.WithStatement(Checked(loop.Statement)) : null;

    // A goto back to a label is a loop as well.
    public override SyntaxNode? VisitLabeledStatement(LabeledStatementSyntax node) =>
        base.VisitLabeledStatement(node) is LabeledStatementSyntax label && label.Statement is not (LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax)
            ? label.WithStatement(Checked(label.Statement)) : base.VisitLabeledStatement(node);

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) =>
        base.VisitMethodDeclaration(node) is not MethodDeclarationSyntax method ? null
        : method.Body is { } body ? method.WithBody(Entered(body))
        : method.ExpressionBody is { } arrow && Block(arrow, method.ReturnType, method.Modifiers) is { } block
            ? method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block).WithTrailingTrivia(method.GetTrailingTrivia())
        : method;

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) =>
        base.VisitLocalFunctionStatement(node) is not LocalFunctionStatementSyntax function ? null
        : function.Body is { } body ? function.WithBody(Entered(body))
        : function.ExpressionBody is { } arrow && Block(arrow, function.ReturnType, function.Modifiers) is { } block
            ? function.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block).WithTrailingTrivia(function.GetTrailingTrivia())
        : function;

    public override SyntaxNode? VisitConstructorDeclaration(ConstructorDeclarationSyntax node) =>
        base.VisitConstructorDeclaration(node) is ConstructorDeclarationSyntax { Body: { } body } constructor ? constructor.WithBody(Entered(body)) : base.VisitConstructorDeclaration(node);

    public override SyntaxNode? VisitAccessorDeclaration(AccessorDeclarationSyntax node) =>
        base.VisitAccessorDeclaration(node) is AccessorDeclarationSyntax { Body: { } body } accessor ? accessor.WithBody(Entered(body)) : base.VisitAccessorDeclaration(node);

    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        if (base.VisitPropertyDeclaration(node) is not PropertyDeclarationSyntax { ExpressionBody: { } arrow } property || node.Type is RefTypeSyntax)
            return base.VisitPropertyDeclaration(node);
        var getter = SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, Returning(arrow));
        return property.WithExpressionBody(null).WithSemicolonToken(default)
            .WithAccessorList(SyntaxFactory.AccessorList([getter])).WithTrailingTrivia(property.GetTrailingTrivia());
    }

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) =>
        base.VisitParenthesizedLambdaExpression(node) is ParenthesizedLambdaExpressionSyntax lambda ? Guarded(lambda) : null;

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) =>
        base.VisitSimpleLambdaExpression(node) is SimpleLambdaExpressionSyntax lambda ? Guarded(lambda) : null;

    public override SyntaxNode? VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node) =>
        base.VisitAnonymousMethodExpression(node) is AnonymousMethodExpressionSyntax method ? method.WithBlock(Entered(method.Block)) : null;

    private LambdaExpressionSyntax Guarded(LambdaExpressionSyntax lambda)
    {
        if (lambda.Block is { } block)
            return lambda.WithBody(Entered(block));
        // What may stand as a statement may give nothing: whether to return it, only the compiler knows. A call is guarded in the function it calls.
        if (!entersExpressions || lambda.ExpressionBody is null or ThrowExpressionSyntax or RefExpressionSyntax or InvocationExpressionSyntax or ConditionalAccessExpressionSyntax or AssignmentExpressionSyntax
            or AwaitExpressionSyntax or BaseObjectCreationExpressionSyntax or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression })
            return lambda;
        return lambda.WithBody(Returning(SyntaxFactory.ArrowExpressionClause(lambda.ExpressionBody)));
    }

    private BlockSyntax Entered(BlockSyntax body) => body.WithStatements(body.Statements.Insert(0, _check));

    private BlockSyntax Checked(StatementSyntax body) =>
        body is BlockSyntax block ? Entered(block) : SyntaxFactory.Block(_check, body);

    private BlockSyntax? Block(ArrowExpressionClauseSyntax arrow, TypeSyntax returnType, SyntaxTokenList modifiers)
    {
        if (returnType is RefTypeSyntax || arrow.Expression is ThrowExpressionSyntax)
            return null;
        bool isVoid = returnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        if (!modifiers.Any(SyntaxKind.AsyncKeyword))
            return isVoid ? Discarding(arrow) : Returning(arrow);
        // An async method gives a value only through a generic task type.
        bool isGeneric = returnType is GenericNameSyntax or QualifiedNameSyntax { Right: GenericNameSyntax };
        return isGeneric ? Returning(arrow) : Discarding(arrow);
    }

    private BlockSyntax Returning(ArrowExpressionClauseSyntax arrow) => SyntaxFactory.Block(_check, SyntaxFactory.ReturnStatement(
        SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithLeadingTrivia(Trivia(arrow)).WithTrailingTrivia(SyntaxFactory.Space), arrow.Expression.WithoutLeadingTrivia(), SyntaxFactory.Token(SyntaxKind.SemicolonToken)));

    private BlockSyntax Discarding(ArrowExpressionClauseSyntax arrow) => SyntaxFactory.Block(_check, SyntaxFactory.ExpressionStatement(arrow.Expression).WithLeadingTrivia(Trivia(arrow)));

    // Line breaks around the arrow come before the statement: its line is the expression's, and lines below do not move up.
    private static SyntaxTriviaList Trivia(ArrowExpressionClauseSyntax arrow) =>
        [.. arrow.ArrowToken.LeadingTrivia, .. arrow.ArrowToken.TrailingTrivia, .. arrow.Expression.GetLeadingTrivia(), SyntaxFactory.Space];
}
