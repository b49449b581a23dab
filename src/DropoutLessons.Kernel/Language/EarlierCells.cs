using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DropoutLessons.Kernel;

/// <summary>Writes all that earlier cells declared as one text, the latest declaration of each name.</summary>
/// <remarks>One text for the language service instead of a project for each cell: that would take seconds and gigabytes after a few hundred cells.</remarks>
/// <param name="submissions">the session's code and variables</param>
internal sealed class EarlierCells(Submissions submissions)
{
    private CellDeclarations _executed = CellDeclarations.None;
    private int _read;

    /// <summary>Writes the text.</summary>
    /// <param name="above">cells that have not run, taken as if they had after all others</param>
    public string Text(IReadOnlyList<string> above)
    {
        var executed = submissions.Executed;
        for (; _read < executed.Count; _read++)
            _executed = _executed.With(executed[_read]);
        var all = above.Aggregate(_executed with { Fields = CellDeclarations.None.Fields, Statements = CellDeclarations.None.Statements }, (known, cell) => known.With(CellPart.WithoutDirectives(cell)));
        // A variable has the type it has now, whatever the cell that declared it would mean today.
        var variables = submissions.Variables.Where(variable => !all.Fields.ContainsKey(variable.Name)).Select(variable =>
            TypeNames.Source(variable.Type) is { } type ? $"{type} {variable.Name} = default!;" : _executed.Fields.GetValueOrDefault(variable.Name, ""));
        return string.Join('\n', all.Usings.Concat(all.Types.Values).Concat(variables.Concat(all.Fields.Values).Distinct()).Concat(all.Statements));
    }
}

/// <summary>Holds what cells declare, the latest of each name.</summary>
/// <param name="Usings">using directives</param>
/// <param name="Types">types, methods and properties by kind, name and parameters</param>
/// <param name="Fields">variables by name, with the declaration each is part of</param>
/// <param name="Statements">statements that declare variables inside expressions</param>
internal sealed record CellDeclarations(ImmutableList<string> Usings, ImmutableDictionary<string, string> Types, ImmutableDictionary<string, string> Fields, ImmutableList<string> Statements)
{
    public static CellDeclarations None { get; } = new([], ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, string>.Empty, []);

    /// <summary>Adds those of a cell.</summary>
    public CellDeclarations With(string code)
    {
        var root = CSharpSyntaxTree.ParseText(code, Submissions.Script).GetCompilationUnitRoot();
        var all = this with { Usings = Usings.AddRange(root.Usings.Select(directive => directive.ToString()).Where(directive => !Usings.Contains(directive)).Distinct()) };
        return root.Members.Aggregate(all, (known, member) => known.With(member));
    }

    private CellDeclarations With(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => WithType($"type {type.Identifier.Text}`{(type as TypeDeclarationSyntax)?.TypeParameterList?.Parameters.Count ?? 0}", type),
        DelegateDeclarationSyntax type => WithType($"type {type.Identifier.Text}`{type.TypeParameterList?.Parameters.Count ?? 0}", type),
        MethodDeclarationSyntax method => WithType($"method {method.Identifier.Text}({string.Join(',', method.ParameterList.Parameters.Select(parameter => parameter.Type?.ToString()))})", method),
        PropertyDeclarationSyntax property => WithType($"property {property.Identifier.Text}", property),
        FieldDeclarationSyntax field => this with { Fields = Fields.SetItems(field.Declaration.Variables.Select(variable => KeyValuePair.Create(variable.Identifier.Text, field.ToString()))) },
        GlobalStatementSyntax statement when statement.DescendantNodes().Any(node => node is SingleVariableDesignationSyntax) && !Statements.Contains(statement.ToString()) =>
            this with { Statements = Statements.Add(statement.ToString()) },
        _ => this,
    };

    private CellDeclarations WithType(string name, MemberDeclarationSyntax member) => this with { Types = Types.SetItem(name, member.ToString()) };
}
