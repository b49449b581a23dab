using DropoutLessons.Grading;
using DropoutLessons.Worker;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DropoutLessons.Cli.Grading;

/// <summary>Compiles the cells of a submission one on top of the other, whatever order and shape they were left in.</summary>
internal sealed class CellChain(KitPart parts, CancellationToken cancellation)
{
    private const int MostPieces = 4;

    private readonly IReadOnlyList<MetadataReference> _references = KitReferences.For(parts);
    private readonly List<CellCompilation> _cells = [];
    private readonly Dictionary<string, Diagnostic> _lost = [];
    private CSharpCompilation? _last;

    /// <summary>What of the kit the cells may use beyond keys and streams.</summary>
    public KitPart Parts => parts;

    /// <summary>Cells that compiled, at least in part, in the order they run.</summary>
    public IReadOnlyList<CellCompilation> Cells => _cells;

    /// <summary>Names whose declaration was left out because it does not compile, each with the reason.</summary>
    public IReadOnlyDictionary<string, Diagnostic> Lost => _lost;

    /// <summary>Adds cells: a function split over cells is put together, and a cell that needs a later one waits for it.</summary>
    public void Add(IEnumerable<SubmittedCell> cells)
    {
        var waiting = Joined([.. cells]);
        while (waiting.Count > 0)
        {
            int before = waiting.Count;
            for (int i = 0; i < waiting.Count;)
                if (TryAdd(waiting[i], waiting.Skip(i + 1)))
                    waiting.RemoveAt(i);
                else
                    i++;
            if (waiting.Count == before)
            {
                TryAdd(waiting[0], []);
                waiting.RemoveAt(0);
            }
        }
    }

    /// <summary>Compiles an expression over what the cells up to <paramref name="cell"/> declare.</summary>
    public CellCompilation Bind(int cell, string expression) =>
        CellCompilation.Of(expression, "the answer", int.MaxValue, _cells[cell].Compilation, _references, cancellation);

    /// <summary>Gives what a worker runs: the cells up to <paramref name="cell"/>, and the expression.</summary>
    public IReadOnlyList<CompiledCell> Take(int cell, CellCompilation bound) =>
        [.. _cells.Take(cell + 1).Where(compiled => compiled.HasCode).Append(bound).Select(compiled => compiled.ToCompiledCell())];

    private bool TryAdd(SubmittedCell cell, IEnumerable<SubmittedCell> later)
    {
        int number = _cells.Count;
        CellCompilation Compile(string code) => CellCompilation.Of(code, cell.Name, number, _last, _references, cancellation);
        var compiled = Compile(cell.Code);
        if (compiled.Errors.Count > 0 && Missing(compiled) is { Count: > 0 } missing && later.Any(other => Declares(other.Code).Any(missing.Contains)))
            return false;
        if (Salvage.Of(compiled, Compile, _lost) is { } kept)
        {
            _cells.Add(kept);
            _last = kept.Compilation;
        }
        return true;
    }

    private static HashSet<string> Missing(CellCompilation cell) =>
        [.. cell.Errors.Where(error => error.Id is "CS0103" or "CS0246").Select(error => cell.Tree.GetText().ToString(error.Location.SourceSpan))];

    private static IEnumerable<string> Declares(string code) =>
        ((CompilationUnitSyntax)CSharpSyntaxTree.ParseText(code, CellText.Script).GetRoot()).Members.SelectMany(Salvage.NamesOf);

    private static List<SubmittedCell> Joined(SubmittedCell[] cells)
    {
        var joined = new List<SubmittedCell>();
        for (int i = 0; i < cells.Length; i++)
        {
            int pieces = HasSyntaxErrors(cells[i].Code)
                ? Enumerable.Range(2, MostPieces - 1).FirstOrDefault(count => i + count <= cells.Length && !HasSyntaxErrors(Text(cells[i..(i + count)])), 1) : 1;
            joined.Add(pieces == 1 ? cells[i] : new($"{cells[i].Name} and the {(pieces == 2 ? "one" : $"{pieces - 1}")} after it", Text(cells[i..(i + pieces)])));
            i += pieces - 1;
        }
        return joined;
    }

    private static string Text(SubmittedCell[] cells) => string.Join('\n', cells.Select(cell => cell.Code));

    private static bool HasSyntaxErrors(string code) =>
        CSharpSyntaxTree.ParseText(code, CellText.Script).GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
