using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;
using Microsoft.CodeAnalysis.Text;
using Microsoft.DotNet.Interactive.Formatting;

namespace DropoutLessons.Kernel;

/// <summary>Compiles pieces of C# one after the other, each on top of what the ones before it declared, and runs them.</summary>
internal sealed class Submissions : IDisposable
{
    /// <summary>How cells are parsed.</summary>
    public static readonly CSharpParseOptions Script = CSharpParseOptions.Default.WithKind(SourceCodeKind.Script).WithLanguageVersion(LanguageVersion.Latest);

    private readonly InteractiveAssemblyLoader _loader = new();
    private readonly CellReferences _references;
    private readonly int _number;
    private readonly bool _isGuarded;
    private volatile ImmutableList<string> _executed = [];
    private ScriptOptions _options;
    private volatile ScriptState<object>? _state;

    public Submissions(CSharpSessionOptions options, int number)
    {
        (_number, _isGuarded) = (number, options.IsGuarded);
        _references = new(options.WorkingDirectory, _loader);
        Usings = [.. options.Usings, "DropoutLessons.Kernel.DisplayFunctions", "DropoutLessons.Kernel.DisplayExtensions"];
        _options = ScriptOptions.Default
            .WithReferences([.. CellReferences.Framework, _references.Host(typeof(CSharpSession).Assembly), _references.Host(typeof(Formatter).Assembly), _references.Host(typeof(Microsoft.AspNetCore.Html.IHtmlContent).Assembly)])
            .WithMetadataResolver(_references)
            .WithImports(Usings)
            .WithLanguageVersion(LanguageVersion.Latest)
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithEmitDebugInformation(true)
            .WithFileEncoding(Encoding.UTF8);
    }

    /// <summary>Namespaces and static classes every cell sees.</summary>
    public IReadOnlyList<string> Usings { get; }

    /// <summary>Code that compiled and ran, in order; may be read while a cell runs.</summary>
    public IReadOnlyList<string> Executed => _executed;

    /// <summary>Files that <c>#r</c> has loaded; may be read while a cell runs.</summary>
    public IReadOnlyCollection<string> LoadedFiles => _references.Loaded;

    /// <summary>Variables of the session, the latest of each name; while a cell runs, those of the cells before it.</summary>
    public IEnumerable<ScriptVariable> Variables =>
        _state is not { } state ? [] : state.Variables.GroupBy(variable => variable.Name, StringComparer.Ordinal).Select(same => same.Last());

    /// <summary>Makes assemblies visible to what follows.</summary>
    public void Reference(IEnumerable<string> files) => _options = _options.AddReferences(files.Select(_references.File).OfType<MetadataReference>());

    /// <summary>Compiles and runs <paramref name="code"/>.</summary>
    /// <param name="code">C#</param>
    /// <param name="name">what its lines are called in a traceback</param>
    public CellResult Run(string code, string name)
    {
        string[] forms = Forms(code, name);
        var (script, diagnostics) = Compile(forms[0], name);
        for (int i = 1; i < forms.Length && HasError(diagnostics); i++)
            (script, diagnostics) = Compile(forms[i], name);
        IsLatestGuarded = !ReferenceEquals(script.Code, code);
        if (HasError(diagnostics))
            return CompilationFailed(code, Diagnostics(diagnostics));
        _references.LoadResolved();

        var state = Run(script);
        _state = state;
        // A submission has the references of the one before it; said again, they would add up, cell by cell, to hundreds of megabytes.
        _options = _options.WithReferences(Array.Empty<MetadataReference>());
        _executed = _executed.Add(code);
        if (state.Exception is { } exception)
            return new(null, null, Traceback.Of(exception), Diagnostics(diagnostics));
        // A handle on something that is shown already says nothing more.
        var shown = state.ReturnValue is { } value and not DisplayedValue ? ObjectFormatter.Format(value) : null;
        return new(state.ReturnValue, shown, null, Diagnostics(diagnostics));
    }

    /// <summary>Whether the code that ran last could be guarded.</summary>
    public bool IsLatestGuarded { get; private set; }

    public void Dispose() => _loader.Dispose();

    // Said of the code as it was written; where only a guarded form fails, one that is guarded less runs.
    private string[] Forms(string code, string name)
    {
        if (!_isGuarded)
            return [code];
        var original = CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), Script, name).GetRoot();
        return [GuardRewriter.Rewrite(original, _number, entersExpressions: true).ToFullString(), GuardRewriter.Rewrite(original, _number, entersExpressions: false).ToFullString(), code];
    }

    private (Script<object> Script, ImmutableArray<Diagnostic> Diagnostics) Compile(string code, string name)
    {
        var script = Continue(code, name);
        return (script, script.Compile());
    }

    private Script<object> Continue(string code, string name)
    {
        var options = _options.WithFilePath(name);
        return _state is null ? CSharpScript.Create<object>(code, options, globalsType: null, _loader) : _state.Script.ContinueWith<object>(code, options);
    }

    private ScriptState<object> Run(Script<object> script) =>
        (_state is null ? script.RunAsync(globals: null, catchException: _ => true) : script.RunFromAsync(_state, catchException: _ => true)).GetAwaiter().GetResult();

    private static CellResult CompilationFailed(string code, IReadOnlyList<CellDiagnostic> diagnostics)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.IsError).ToArray();
        string[] lines = [.. errors.Select(error => $"({error.Line},{error.Column}): error {error.Code}: {error.Message}"), .. Slips.Hints(code, errors)];
        return new(null, null, new(CellError.CompilationError, lines[0], lines), diagnostics);
    }

    private static bool HasError(ImmutableArray<Diagnostic> diagnostics) => diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static CellDiagnostic[] Diagnostics(IEnumerable<Diagnostic> diagnostics) =>
        [.. from diagnostic in diagnostics
            where diagnostic.Severity >= DiagnosticSeverity.Warning
            let start = diagnostic.Location.GetMappedLineSpan().StartLinePosition
            orderby diagnostic.Severity descending, start.Line, start.Character
            select new CellDiagnostic(diagnostic.Id, diagnostic.GetMessage(CultureInfo.InvariantCulture), start.Line + 1, start.Character + 1, diagnostic.Severity == DiagnosticSeverity.Error)];
}
