using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DropoutLessons.Kernel;

/// <summary>Executes C# cells, each seeing what the ones before it declared.</summary>
/// <remarks>One engine stands behind the Jupyter kernel and the headless runner, so both give the same results. Cells run one at a time.</remarks>
public sealed class CSharpSession : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(250);

    private readonly CellThread _thread = new();
    private readonly CSharpSessionOptions _options;
    private readonly int _number = Guard.NewSession();
    private readonly Submissions _submissions;
    private readonly DirectiveRunner _directives;
    private readonly Lock _languageLock = new();
    private LanguageService? _language;
    private RawOutput? _raw;
    private readonly Lock _wakingUp = new();
    private volatile BoundedSink? _sink;
    private volatile bool _isWokenUp;
    private int _running;
    private int _cells;

    /// <summary>Makes a session in which nothing is declared yet.</summary>
    /// <param name="options">how it is set up; the defaults when null</param>
    public CSharpSession(CSharpSessionOptions? options = null)
    {
        _options = options ?? new();
        _submissions = new(_options, _number);
        _directives = new(_submissions, new(_options.WorkingDirectory), _options.WorkingDirectory, RunParts, () => Guard.Check(_number));
    }

    /// <summary>Compiles and runs one cell.</summary>
    /// <param name="code">C# as in a notebook cell</param>
    /// <param name="sink">receives what the cell shows while it runs and, from its threads, afterwards</param>
    /// <param name="cancellation">interrupts the cell</param>
    /// <returns>how it ended; a failing cell is a result, not an exception</returns>
    public Task<CellResult> ExecuteAsync(string code, IOutputSink sink, CancellationToken cancellation = default) => ExecuteAsync(code, sink, input: null, name: null, cancellation);

    /// <summary>Compiles and runs one cell that may ask for input.</summary>
    /// <param name="code">C# as in a notebook cell</param>
    /// <param name="sink">receives what the cell shows while it runs and, from its threads, afterwards</param>
    /// <param name="input">whom the cell asks; null where nobody can be asked</param>
    /// <param name="name">what a stack trace calls the cell; null numbers it after the unnamed cells before it, as in "cell 3"</param>
    /// <param name="cancellation">interrupts the cell</param>
    /// <returns>how it ended; a failing cell is a result, not an exception</returns>
    public async Task<CellResult> ExecuteAsync(string code, IOutputSink sink, ICellInput? input, string? name, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(sink);
        return await _thread.RunAsync(() =>
        {
            Guard.Reset(_number);
            Interlocked.Increment(ref _running);
            using var registration = cancellation.Register(Interrupt);
            var bounded = new BoundedSink(sink);
            _sink = bounded;
            string? folder = CurrentFolder();
            try
            {
                if (cancellation.IsCancellationRequested)
                    throw new CellInterruptedException();
                using var memory = new MemoryWatch(_options.MemoryLimit, () => Guard.StopForMemory(_number));
                CellContext.Enter(bounded, input ?? NoInput.Instance);
                return Explained(RunParts(code, name ?? $"cell {++_cells}"));
            }
            catch (Exception e)
            {
                return Explained(new CellResult(null, null, Traceback.Of(e), []));
            }
            finally
            {
                EndCell();
                PutBack(folder);
                _raw?.Drain();
                bounded.Finish();
            }
        });
    }

    /// <summary>Lists what may be typed at a place of code.</summary>
    /// <param name="typed">the cell as it stands, and the place</param>
    /// <param name="cancellation">gives up</param>
    /// <remarks>Offers nothing that would not compile. One question about code at a time, here and below; a cell may run meanwhile.</remarks>
    public Task<CompletionResult> CompleteAsync(TypedCode typed, CancellationToken cancellation = default) => Language.CompleteAsync(typed, cancellation);

    /// <summary>Explains the name at a place of code, or the call whose arguments are being typed there.</summary>
    /// <param name="typed">the cell as it stands, and the place</param>
    /// <param name="cancellation">gives up</param>
    /// <returns>declaration and documentation, or null when there is nothing to explain</returns>
    public Task<string?> InspectAsync(TypedCode typed, CancellationToken cancellation = default) => Language.InspectAsync(typed, cancellation);

    /// <summary>Lists the ways to make the call whose arguments are being typed at a place of code.</summary>
    /// <param name="typed">the cell as it stands, and the place</param>
    /// <param name="cancellation">gives up</param>
    public Task<SignatureHelp> SignaturesAsync(TypedCode typed, CancellationToken cancellation = default) => Language.SignaturesAsync(typed, cancellation);

    /// <summary>Lists what the compiler says of code that is being typed; nothing runs.</summary>
    /// <param name="typed">the cell as it stands; the place does not matter</param>
    /// <param name="cancellation">gives up</param>
    /// <remarks>While the cell, or one above it that has not run, loads libraries, only the form of the code is checked. One question about code at a time; a cell may run meanwhile.</remarks>
    public Task<IReadOnlyList<TypedDiagnostic>> DiagnosticsAsync(TypedCode typed, CancellationToken cancellation = default) => Language.DiagnosticsAsync(typed, cancellation);

    /// <summary>Does what the first question about code would wait for. One question about code at a time.</summary>
    internal Task PrepareQuestionsAsync(CancellationToken cancellation) => CompleteAsync(new("Math.", 5), cancellation);

    /// <summary>Says whether <paramref name="code"/> is a whole submission.</summary>
    /// <returns>"complete", "incomplete" or "invalid", as Jupyter's is_complete_reply</returns>
    public static string IsComplete(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, Submissions.Script);
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

    /// <summary>Whether the cell that ran last could be guarded in full or in part.</summary>
    internal bool IsLatestGuarded => _submissions.IsLatestGuarded;

    /// <summary>Shows from now on, below its cells, what bypasses the console.</summary>
    internal void CatchRawOutput() => _raw = new((stream, text) =>
    {
        if (_sink is not { } sink)
            return false;
        sink.Write(stream, text);
        return true;
    });

    /// <summary>Lets the session's thread end once its cell has.</summary>
    public void Dispose()
    {
        Interrupt();
        _thread.Dispose();
        _raw?.Dispose();
        _language?.Dispose();
        _submissions.Dispose();
    }

    // Made at the first request: a headless run needs none.
    private LanguageService Language
    {
        get
        {
            lock (_languageLock)
                return _language ??= new(_submissions);
        }
    }

    private CellResult RunParts(string code, string name)
    {
        var last = new CellResult(null, null, null, []);
        long? started = null;
        foreach (var part in CellPart.Of(code))
        {
            // Only the value of the last part is the cell's.
            if (last.Shown is { } shown)
                CellContext.Sink.Display(shown, null);
            last = new(null, null, null, last.Diagnostics);
            switch (part)
            {
                case CodePart piece:
                    last = _submissions.Run(piece.Code, name);
                    break;
                case TextPart text:
                    CellContext.Sink.Display(MimeBundle.Of(text.MimeType, text.Text), null);
                    break;
                case DirectivePart { Name: "time" }:
                    started ??= Stopwatch.GetTimestamp();
                    break;
                case DirectivePart directive:
                    last = _directives.Run(directive, name);
                    break;
            }
            if (!last.Succeeded)
                break;
        }
        if (started is { } start)
            CellContext.Sink.Display(MimeBundle.Text(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Wall time: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.0} ms")), null);
        return last;
    }

    private CellResult Explained(CellResult result)
    {
        if (!Guard.IsOutOfMemory(_number) || result.Succeeded)
            return result;
        // What the cell held is free now; without this the next cell would start beyond the limit.
        GC.Collect();
        string message = $"The cell used more than {MemoryWatch.Text(_options.MemoryLimit)} of memory and was stopped. Work on less at a time, or set {CSharpSessionOptions.MemoryVariable} to a higher number of megabytes.";
        return result with { Error = new(CellError.MemoryLimit, message, [message]) };
    }

    private async Task WakeUpLaterAsync(int cell)
    {
        await Task.Delay(s_patience).ConfigureAwait(false);
        lock (_wakingUp)
            if (Volatile.Read(ref _running) == cell && (_isWokenUp = true))
                _thread.WakeUp();
    }

    // A wake-up that its cell no longer needs stays with the thread, and would end the next cell at its first wait.
    private void EndCell()
    {
        for (bool hasEnded = false; !hasEnded || _isWokenUp; _isWokenUp = false)
            try
            {
                lock (_wakingUp)
                    if (!hasEnded)
                        hasEnded = Interlocked.Increment(ref _running) > 0;
                if (_isWokenUp)
                    Thread.Sleep(1);
            }
            catch (ThreadInterruptedException)
            {
                // This is where it belongs.
            }
    }

    private static string? CurrentFolder()
    {
        try
        {
            return Directory.GetCurrentDirectory();
        }
        catch (IOException)
        {
            // A cell has deleted it.
            return null;
        }
    }

    private static void PutBack(string? folder)
    {
        if (folder is not null && Directory.Exists(folder) && CurrentFolder() != folder)
            Directory.SetCurrentDirectory(folder);
    }
}
