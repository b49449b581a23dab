using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DropoutLessons.Kernel;

/// <summary>Is a piece of a cell: code, a text to show, or a line that tells the kernel to do something.</summary>
internal abstract record CellPart
{
    private static readonly CSharpParseOptions s_script = CSharpParseOptions.Default.WithKind(SourceCodeKind.Script).WithLanguageVersion(LanguageVersion.Latest);

    private static readonly Dictionary<string, string> s_texts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["markdown"] = "text/markdown",
        ["html"] = "text/html",
        ["javascript"] = "application/javascript",
        ["js"] = "application/javascript",
    };

    /// <summary>Cuts a cell at its directives.</summary>
    /// <remarks>Code after a directive is padded with empty lines, so that its lines keep their numbers. A directive inside a string or a comment is none.</remarks>
    public static IReadOnlyList<CellPart> Of(string cell)
    {
        if (!cell.Contains('#', StringComparison.Ordinal))
            return [new CodePart(cell)];

        string[] lines = cell.ReplaceLineEndings("\n").Split('\n');
        var parts = new List<CellPart>();
        int from = 0;
        while (from < lines.Length)
        {
            if (FirstDirective(lines, from) is not var (line, directive))
            {
                AddCode(parts, lines, from, lines.Length);
                break;
            }
            AddCode(parts, lines, from, line);
            from = line + 1;
            if (s_texts.TryGetValue(directive.Name, out string? mimeType))
            {
                int end = Array.FindIndex(lines, from, IsSelector) is >= 0 and var found ? found : lines.Length;
                parts.Add(new TextPart(mimeType, string.Join('\n', lines[from..end])));
                from = end;
            }
            else if (!directive.IsCSharp)
                parts.Add(directive);
        }
        return parts;
    }

    private static void AddCode(List<CellPart> parts, string[] lines, int from, int to)
    {
        string code = string.Join('\n', lines[from..to]);
        if (!string.IsNullOrWhiteSpace(code))
            parts.Add(new CodePart(new string('\n', from) + code));
    }

    private static (int Line, DirectivePart Directive)? FirstDirective(string[] lines, int from)
    {
        var tree = CSharpSyntaxTree.ParseText(string.Join('\n', lines[from..]), s_script);
        foreach (var trivia in tree.GetRoot().DescendantTrivia().Where(trivia => trivia.IsDirective))
        {
            int line = from + tree.GetLineSpan(trivia.Span).StartLinePosition.Line;
            if (trivia.GetStructure() is DirectiveTriviaSyntax { IsActive: true } && DirectivePart.Parse(lines[line]) is { } directive)
                return (line, directive);
        }
        return null;
    }

    private static bool IsSelector(string line) => DirectivePart.Parse(line) is { } directive && (directive.IsCSharp || s_texts.ContainsKey(directive.Name));
}

/// <summary>Is C# to compile and run.</summary>
internal sealed record CodePart(string Code) : CellPart;

/// <summary>Is text the front end shows as it is.</summary>
internal sealed record TextPart(string MimeType, string Text) : CellPart;
