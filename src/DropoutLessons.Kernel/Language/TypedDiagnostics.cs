using System.Globalization;
using Microsoft.CodeAnalysis;

namespace DropoutLessons.Kernel;

/// <summary>Is what the compiler says of code that is being typed.</summary>
/// <param name="Severity">"error", "warning" or "information"</param>
/// <param name="Code">the compiler's number, such as CS0103</param>
/// <param name="Message">its sentence</param>
/// <param name="Hint">what to write instead, for the usual slips; else null</param>
/// <param name="StartLine">line it starts on, from 0</param>
/// <param name="StartColumn">column it starts at, from 0, in UTF-16 units</param>
/// <param name="EndLine">line it ends on, from 0</param>
/// <param name="EndColumn">column after its last character, from 0, in UTF-16 units</param>
public sealed record TypedDiagnostic(string Severity, string Code, string Message, string? Hint, int StartLine, int StartColumn, int EndLine, int EndColumn);

/// <summary>Reads what the compiler says of code that is being typed.</summary>
internal static class TypedDiagnostics
{
    /// <summary>Lists errors, warnings and remarks in the order of their places.</summary>
    /// <param name="code">the cell</param>
    /// <param name="model">what it means</param>
    /// <param name="knowsLibraries">false where libraries are still to be loaded: whether a name is known cannot be said then, only whether the form is right</param>
    /// <param name="cancellation">gives up</param>
    public static IReadOnlyList<TypedDiagnostic> Of(string code, SemanticModel model, bool knowsLibraries, CancellationToken cancellation)
    {
        var found = knowsLibraries ? model.GetDiagnostics(cancellationToken: cancellation) : model.SyntaxTree.GetDiagnostics(cancellation);
        return [.. found.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden && !diagnostic.IsSuppressed).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).Select(diagnostic => Typed(diagnostic, code))];
    }

    private static TypedDiagnostic Typed(Diagnostic diagnostic, string code)
    {
        var span = diagnostic.Location.GetLineSpan().Span;
        string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        bool isError = diagnostic.Severity == DiagnosticSeverity.Error;
        string? hint = isError ? Slips.Hint(code, new(diagnostic.Id, message, span.Start.Line + 1, span.Start.Character + 1, isError)) : null;
        string severity = isError ? "error" : diagnostic.Severity == DiagnosticSeverity.Warning ? "warning" : "information";
        return new(severity, diagnostic.Id, message, hint, span.Start.Line, span.Start.Character, span.End.Line, span.End.Character);
    }
}
