using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DropoutLessons.Kernel;

/// <summary>Holds the ways to make the call whose arguments are being typed.</summary>
/// <param name="Signatures">overloads; empty where no call is being typed</param>
/// <param name="ActiveSignature">the one that fits what is typed so far, an index</param>
/// <param name="ActiveParameter">the parameter the cursor stands at, an index</param>
public sealed record SignatureHelp(IReadOnlyList<Signature> Signatures, int ActiveSignature, int ActiveParameter)
{
    private const int Most = 30;

    private static readonly SymbolDisplayFormat s_signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType)
        .AddParameterOptions(SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeName);

    /// <summary>Reads the call around a place of code.</summary>
    internal static SignatureHelp At(SyntaxNode root, SemanticModel model, int position)
    {
        var arguments = root.FindToken(Math.Max(0, position - 1)).Parent?.AncestorsAndSelf().OfType<BaseArgumentListSyntax>()
            .FirstOrDefault(list => list.SpanStart < position && (position < list.Span.End || list.GetLastToken(includeZeroWidth: true).IsMissing));
        if (arguments is null)
            return new([], 0, 0);
        // Pointers last: few learners mean them.
        ISymbol[] symbols = [.. Callable(arguments.Parent!, model).OrderBy(symbol => Parameters(symbol).Any(parameter => parameter.Type is IPointerTypeSymbol)).Take(Most)];
        int argument = arguments.Arguments.GetSeparators().Count(comma => comma.SpanStart < position);
        string? named = argument < arguments.Arguments.Count ? arguments.Arguments[argument].NameColon?.Name.Identifier.Text : null;
        var chosen = model.GetSymbolInfo(arguments.Parent!).Symbol;
        int active = Array.FindIndex(symbols, symbol => SymbolEqualityComparer.Default.Equals(symbol, chosen));
        if (active < 0)
            active = Math.Max(0, Array.FindIndex(symbols, symbol => Takes(Parameters(symbol), argument, named)));
        return new([.. symbols.Select(Signature)], active, symbols.Length == 0 ? 0 : Parameter(Parameters(symbols[active]), argument, named));
    }

    private static IEnumerable<ISymbol> Callable(SyntaxNode call, SemanticModel model)
    {
        switch (call)
        {
            case InvocationExpressionSyntax invocation:
                var group = model.GetMemberGroup(invocation.Expression);
                return group.Length > 0 ? group : model.GetTypeInfo(invocation.Expression).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? [invoke] : [];
            case ElementAccessExpressionSyntax access:
                return model.GetTypeInfo(access.Expression).Type?.GetMembers().OfType<IPropertySymbol>().Where(property => property.IsIndexer) ?? [];
            case ConstructorInitializerSyntax initializer:
                return model.GetMemberGroup(initializer);
            case BaseObjectCreationExpressionSyntax creation:
                var type = creation is ObjectCreationExpressionSyntax named ? model.GetSymbolInfo(named.Type).Symbol : model.GetTypeInfo(creation).Type;
                return (type as INamedTypeSymbol)?.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public) ?? [];
            default:
                return [];
        }
    }

    private static Signature Signature(ISymbol symbol) => new(symbol.ToDisplayString(s_signature), Documentation.Of(symbol),
        [.. Parameters(symbol).Select(parameter => new SignatureParameter(parameter.Name, parameter.ToDisplayString(s_signature), Documentation.OfParameter(symbol, parameter.Name)))]);

    private static ImmutableArray<IParameterSymbol> Parameters(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol indexer => indexer.Parameters,
        _ => [],
    };

    private static bool Takes(ImmutableArray<IParameterSymbol> parameters, int argument, string? named) =>
        named is not null ? parameters.Any(parameter => parameter.Name == named) : argument < parameters.Length || (parameters.Length > 0 && parameters[^1].IsParams) || (argument == 0 && parameters.Length == 0);

    private static int Parameter(ImmutableArray<IParameterSymbol> parameters, int argument, string? named) =>
        named is not null && parameters.ToList().FindIndex(parameter => parameter.Name == named) is >= 0 and var at ? at
        : parameters.Length > 0 && parameters[^1].IsParams ? Math.Min(argument, parameters.Length - 1) : argument;
}

/// <summary>Is one way to make a call.</summary>
/// <param name="Label">the declaration, such as <c>double Math.Pow(double x, double y)</c></param>
/// <param name="Documentation">what it does, plain text; empty when nothing is documented</param>
/// <param name="Parameters">what it takes</param>
public sealed record Signature(string Label, string Documentation, IReadOnlyList<SignatureParameter> Parameters);

/// <summary>Is a parameter of a <see cref="Signature"/>.</summary>
/// <param name="Name">its name</param>
/// <param name="Label">its declaration, a part of the signature's label</param>
/// <param name="Documentation">what it means, plain text; empty when nothing is documented</param>
public sealed record SignatureParameter(string Name, string Label, string Documentation);
