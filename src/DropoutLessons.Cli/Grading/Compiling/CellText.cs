using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DropoutLessons.Cli.Grading;

/// <summary>Takes out of a cell what speaks to a kernel and not to the compiler; everything else keeps its line and column.</summary>
internal static partial class CellText
{
    /// <summary>How submitted code is parsed: as in a notebook cell.</summary>
    public static readonly CSharpParseOptions Script = CSharpParseOptions.Default.WithKind(Microsoft.CodeAnalysis.SourceCodeKind.Script).WithLanguageVersion(LanguageVersion.Latest);

    /// <summary>Blanks directives, text in other languages, and the frames of namespaces, which a cell cannot have.</summary>
    public static string Plain(string code) => WithoutNamespaces(WithoutDirectives(code.ReplaceLineEndings("\n")));

    /// <summary>Blanks <paramref name="length"/> characters from <paramref name="start"/> on, line breaks excepted.</summary>
    public static string Blank(string text, int start, int length) =>
        string.Create(text.Length, (text, start, length), static (target, state) =>
        {
            state.text.CopyTo(target);
            foreach (ref char c in target.Slice(state.start, state.length))
                if (c != '\n')
                    c = ' ';
        });

    private static string WithoutDirectives(string code)
    {
        string[] lines = code.Split('\n');
        bool isCSharp = true;
        for (int i = 0; i < lines.Length; i++)
        {
            var selector = Selector().Match(lines[i]);
            if (selector.Success)
                isCSharp = !OtherLanguage().IsMatch(selector.Groups[1].Value);
            // References and packages are not followed: the grading brings the kit, MathNet and .NET itself.
            if (!isCSharp || selector.Success || Directive().IsMatch(lines[i]))
                lines[i] = "";
        }
        return string.Join('\n', lines);
    }

    private static string WithoutNamespaces(string code)
    {
        if (!code.Contains("namespace", StringComparison.Ordinal))
            return code;
        foreach (var space in CSharpSyntaxTree.ParseText(code, Script).GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
        {
            int headEnd = space is NamespaceDeclarationSyntax block ? block.OpenBraceToken.Span.End : ((FileScopedNamespaceDeclarationSyntax)space).SemicolonToken.Span.End;
            code = Blank(code, space.SpanStart, headEnd - space.SpanStart);
            if (space is NamespaceDeclarationSyntax { CloseBraceToken.Span: { Length: > 0 } close })
                code = Blank(code, close.Start, close.Length);
        }
        return code;
    }

    [GeneratedRegex(@"^\s*#!(\S*)")]
    private static partial Regex Selector();

    [GeneratedRegex("^(markdown|html|javascript|js|fsharp|f#|pwsh|powershell|sql|kql|mermaid|value)$", RegexOptions.IgnoreCase)]
    private static partial Regex OtherLanguage();

    [GeneratedRegex(@"^\s*(#(r|load|i)\s*[""@]|%{1,2}\w)")]
    private static partial Regex Directive();
}
