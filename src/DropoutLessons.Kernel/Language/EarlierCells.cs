using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DropoutLessons.Kernel;

/// <summary>Writes all that earlier cells declared as one text, the latest declaration of each name.</summary>
/// <remarks>One text for the language service instead of a project for each cell: that would take seconds and gigabytes after a few hundred cells.</remarks>
/// <param name="submissions">the session's code and variables</param>
internal sealed class EarlierCells(Submissions submissions)
{
    private readonly List<string> _usings = [];
    private readonly Dictionary<string, string> _declarations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private int _read;

    /// <summary>How many pieces of code are in the text.</summary>
    public int Count => submissions.Executed.Count;

    /// <summary>Writes the text.</summary>
    public string Text()
    {
        for (; _read < submissions.Executed.Count; _read++)
            Read(CSharpSyntaxTree.ParseText(submissions.Executed[_read], Submissions.Script).GetCompilationUnitRoot());
        // A variable has the type it has now, whatever the cell that declared it would mean today.
        var variables = submissions.Variables.Select(variable =>
            TypeNames.Source(variable.Type) is { } type ? $"{type} {variable.Name} = default!;" : _fields.GetValueOrDefault(variable.Name, ""));
        return string.Join('\n', _usings.Concat(_declarations.Values).Concat(variables));
    }

    private void Read(CompilationUnitSyntax root)
    {
        foreach (string directive in root.Usings.Select(directive => directive.ToString()).Where(directive => !_usings.Contains(directive)))
            _usings.Add(directive);
        foreach (var member in root.Members)
            switch (member)
            {
                case BaseTypeDeclarationSyntax type:
                    _declarations[$"type {type.Identifier.Text}`{(type as TypeDeclarationSyntax)?.TypeParameterList?.Parameters.Count ?? 0}"] = type.ToString();
                    break;
                case DelegateDeclarationSyntax type:
                    _declarations[$"type {type.Identifier.Text}`{type.TypeParameterList?.Parameters.Count ?? 0}"] = type.ToString();
                    break;
                case MethodDeclarationSyntax method:
                    _declarations[$"method {method.Identifier.Text}({string.Join(',', method.ParameterList.Parameters.Select(parameter => parameter.Type?.ToString()))})"] = method.ToString();
                    break;
                case PropertyDeclarationSyntax property:
                    _declarations[$"property {property.Identifier.Text}"] = property.ToString();
                    break;
                case FieldDeclarationSyntax field:
                    foreach (var variable in field.Declaration.Variables)
                        _fields[variable.Identifier.Text] = field.ToString();
                    break;
            }
    }
}
