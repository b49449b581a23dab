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

/// <summary>Executes C# cells, each seeing what the ones before it declared.</summary>
/// <remarks>One engine stands behind the Jupyter kernel and the headless runner, so both give the same results. Cells run one at a time.</remarks>
public sealed class CSharpSession : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(250);
    private static readonly CSharpParseOptions s_script = CSharpParseOptions.Default.WithKind(SourceCodeKind.Script).WithLanguageVersion(LanguageVersion.Latest);

    private readonly InteractiveAssemblyLoader _loader = new();
    private readonly CellThread _thread = new();
    private readonly CellReferences _references;
    private readonly ScriptOptions _options;
    private readonly int _number = Guard.NewSession();
    private ScriptState<object>? _state;
    private int _running;
    private int _cells;

    /// <summary>Makes a session in which nothing is declared yet.</summary>
    /// <param name="options">how it is set up; the defaults when null</param>
    public CSharpSession(CSharpSessionOptions? options = null)
    {
        options ??= new();
        _references = new(options.WorkingDirectory, _loader);
        _options = ScriptOptions.Default
            .WithReferences([.. CellReferences.Framework, _references.Host(typeof(CSharpSession).Assembly), _references.Host(typeof(Formatter).Assembly)])
            .WithMetadataResolver(_references)
            .WithImports([.. options.Usings, "DropoutLessons.Kernel.DisplayFunctions", "DropoutLessons.Kernel.DisplayExtensions"])
            .WithLanguageVersion(LanguageVersion.Latest)
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithEmitDebugInformation(true)
            .WithFileEncoding(Encoding.UTF8);
    }

    /// <summary>Compiles and runs one cell.</summary>
    /// <param name="code">C# as in a notebook cell</param>
    /// <param name="sink">receives what the cell shows while it runs and, from its threads, afterwards</param>
    /// <param name="cancellation">interrupts the cell</param>
    /// <returns>how it ended; a failing cell is a result, not an exception</returns>
    public async Task<CellResult> ExecuteAsync(string code, IOutputSink sink, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(sink);
        return await _thread.RunAsync(() =>
        {
            Guard.Reset(_number);
            Interlocked.Increment(ref _running);
            using var registration = cancellation.Register(Interrupt);
            try
            {
                if (cancellation.IsCancellationRequested)
                    throw new CellInterruptedException();
                CellContext.Enter(sink);
                return Execute(code);
            }
            catch (Exception e)
            {
                return new CellResult(null, null, Traceback.Of(e), []);
            }
            finally
            {
                Interlocked.Increment(ref _running);
            }
        });
    }

    /// <summary>Says whether <paramref name="code"/> is a whole submission.</summary>
    /// <returns>"complete", "incomplete" or "invalid", as Jupyter's is_complete_reply</returns>
    public static string IsComplete(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, s_script);
        return !SyntaxFactory.IsCompleteSubmission(tree) ? "incomplete"
            : tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? "invalid" : "complete";
    }

    /// <summary>Stops the running cell: in a loop or at a call at once, in a sleep or a wait a moment later. Without one, does nothing.</summary>
    /// <remarks>A single long call into a library goes on to its end.</remarks>
    public void Interrupt()
    {
        int cell = Volatile.Read(ref _running);
        if (cell % 2 == 0)
            return;
        Guard.Stop(_number);
        _ = WakeUpLaterAsync(cell);
    }

    /// <summary>Lets the session's thread end once its cell has.</summary>
    public void Dispose()
    {
        Interrupt();
        _thread.Dispose();
    }

    private async Task WakeUpLaterAsync(int cell)
    {
        await Task.Delay(s_patience).ConfigureAwait(false);
        if (Volatile.Read(ref _running) == cell)
            _thread.WakeUp();
    }

    private CellResult Execute(string code)
    {
        string name = $"cell {++_cells}";
        var original = CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), s_script, name).GetRoot();
        var script = Script(GuardRewriter.Rewrite(original, _number).ToFullString(), name);
        var diagnostics = script.Compile();
        if (HasError(diagnostics))
        {
            // Said of the code as it was written; where only the guarded form fails, the plain one runs.
            script = Script(code, name);
            diagnostics = script.Compile();
            if (HasError(diagnostics))
                return CompilationFailed(Diagnostics(diagnostics));
        }
        _references.LoadResolved();

        var state = Run(script);
        _state = state;
        if (state.Exception is { } exception)
            return new(null, null, Traceback.Of(exception), Diagnostics(diagnostics));
        var shown = state.ReturnValue is { } value ? ObjectFormatter.Format(value) : null;
        return new(state.ReturnValue, shown, null, Diagnostics(diagnostics));
    }

    private Script<object> Script(string code, string name)
    {
        var options = _options.WithFilePath(name);
        return _state is null ? CSharpScript.Create<object>(code, options, globalsType: null, _loader) : _state.Script.ContinueWith<object>(code, options);
    }

    private ScriptState<object> Run(Script<object> script) =>
        (_state is null ? script.RunAsync(globals: null, catchException: _ => true) : script.RunFromAsync(_state, catchException: _ => true)).GetAwaiter().GetResult();

    private static CellResult CompilationFailed(IReadOnlyList<CellDiagnostic> diagnostics)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.IsError).ToArray();
        string[] lines = [.. errors.Select(error => $"({error.Line},{error.Column}): error {error.Code}: {error.Message}")];
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
