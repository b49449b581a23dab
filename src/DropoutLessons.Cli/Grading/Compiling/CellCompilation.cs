using DropoutLessons.Worker;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;

namespace DropoutLessons.Cli.Grading;

/// <summary>Is one cell compiled on top of those before it.</summary>
/// <param name="Compilation">what the compiler made</param>
/// <param name="Tree">the cell's syntax, without what was left out</param>
/// <param name="Errors">why it did not compile; empty when it did</param>
internal sealed record CellCompilation(CSharpCompilation Compilation, SyntaxTree Tree, IReadOnlyList<Diagnostic> Errors)
{
    private static readonly CSharpCompilationOptions s_options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true)
        .WithOptimizationLevel(OptimizationLevel.Release).WithUsings(KitReferences.Usings).WithNullableContextOptions(NullableContextOptions.Disable);

    private byte[] _assembly = [];
    private byte[] _symbols = [];

    /// <summary>False for a cell of nothing but comments and <c>using</c>: the compiler makes no code of it.</summary>
    public bool HasCode => ((CompilationUnitSyntax)Tree.GetRoot()).Members.Count > 0;

    /// <summary>Compiles <paramref name="code"/>.</summary>
    /// <param name="code">C# as in a notebook cell</param>
    /// <param name="place">what its lines are called</param>
    /// <param name="number">distinguishes the cell's class and assembly from those of others</param>
    /// <param name="previous">the cell it builds on, or null</param>
    /// <param name="references">what it is compiled against</param>
    /// <param name="cancellation">gives up</param>
    public static CellCompilation Of(string code, string place, int number, CSharpCompilation? previous, IReadOnlyList<MetadataReference> references, CancellationToken cancellation)
    {
        var tree = CSharpSyntaxTree.ParseText(code, CellText.Script, place, System.Text.Encoding.UTF8, cancellation);
        var compilation = CSharpCompilation.CreateScriptCompilation($"cell-{number}-{Guid.NewGuid():n}", tree, references, s_options.WithScriptClassName($"Submission#{number}"), previous, typeof(object));
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb), cancellationToken: cancellation);
        return new(compilation, tree, [.. emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)])
        {
            _assembly = assembly.ToArray(),
            _symbols = symbols.ToArray(),
        };
    }

    /// <summary>Gives what a worker loads.</summary>
    public CompiledCell ToCompiledCell() => new(Tree.FilePath, Compilation.ScriptClass!.MetadataName, _assembly, _symbols);
}
