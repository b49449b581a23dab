using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DropoutLessons.Kernel;

/// <summary>Is a piece of a cell: code, a text to show, or a line that tells the kernel to do something.</summary>
internal abstract partial record CellPart
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

    /// <summary>Blanks what is not C#, so that every character of the code keeps its place.</summary>
    public static string WithoutDirectives(string cell)
    {
        if (!cell.Contains('#', StringComparison.Ordinal))
            return cell;
        var code = new HashSet<int>();
        foreach (var part in Of(cell).OfType<CodePart>())
        {
            string[] lines = part.Code.Split('\n');
            code.UnionWith(Enumerable.Range(0, lines.Length).Where(i => lines[i].Length > 0 && !Reference().IsMatch(lines[i])));
        }
        int line = 0;
        char[] text = cell.ToCharArray();
        for (int i = 0; i < text.Length; i++)
            if (text[i] == '\n')
                line++;
            else if (text[i] != '\r' && !code.Contains(line))
                text[i] = ' ';
        return new(text);
    }

    /// <summary>Whether the cell asks for libraries or files, whose types are not known before it has run.</summary>
    public static bool LoadsLibraries(string cell) => cell.Contains('#', StringComparison.Ordinal) && Loading().IsMatch(cell);

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

    [GeneratedRegex(@"^\s*#\s*r\s+""")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^\s*#\s*(?:(?:r|load)\s+""|!\s*(?:import|load)\b)", RegexOptions.Multiline)]
    private static partial Regex Loading();

    private static bool IsSelector(string line) => DirectivePart.Parse(line) is { } directive && (directive.IsCSharp || s_texts.ContainsKey(directive.Name));
}

/// <summary>Is C# to compile and run.</summary>
internal sealed record CodePart(string Code) : CellPart;

/// <summary>Is text the front end shows as it is.</summary>
internal sealed record TextPart(string MimeType, string Text) : CellPart;
