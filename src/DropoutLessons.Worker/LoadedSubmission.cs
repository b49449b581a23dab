using System.Reflection;
using System.Runtime.Loader;

namespace DropoutLessons.Worker;

/// <summary>Holds the cells of a submission, each of which sees what the ones before it declared.</summary>
internal sealed class LoadedSubmission
{
    private readonly IReadOnlyList<CompiledCell> _cells;
    private readonly List<Assembly> _assemblies = [];

    /// <summary>Loads the cells, and the parts of the kit they may use.</summary>
    public LoadedSubmission((IReadOnlyList<CompiledCell> Cells, IReadOnlyList<byte[]> Parts) submission)
    {
        _cells = submission.Cells;
        Assembly[] parts = [.. submission.Parts.Select(part => AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(part)))];
        AssemblyLoadContext.Default.Resolving += (_, name) => _assemblies.Concat(parts).FirstOrDefault(assembly => assembly.GetName().Name == name.Name);
        foreach (var cell in _cells)
            _assemblies.Add(AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(cell.Assembly), new MemoryStream(cell.Symbols)));
    }

    /// <summary>Runs the cells in order; one that fails leaves what it had done.</summary>
    /// <param name="starting">told the number of each cell before it runs</param>
    /// <param name="failures">what cells threw, in words</param>
    /// <returns>the answer, which the last cell gives; null when it gives none</returns>
    public Delegate? Run(Action<int> starting, out IReadOnlyList<string> failures)
    {
        var said = new List<string>();
        // A cell finds the cells before it here, at their numbers, and puts itself in.
        var states = new object[_cells.Count + 1];
        object? last = null;
        for (int i = 0; i < _cells.Count; i++)
        {
            starting(i);
            try
            {
                last = Factory(i)(states).GetAwaiter().GetResult();
            }
            catch (Exception e)
            {
                last = null;
                said.Add($"{_cells[i].Name}: {e.GetType().Name}: {e.Message}");
            }
        }
        failures = said;
        return last as Delegate;
    }

    // Compiled scripts have this method; it makes the cell's object and runs its statements.
    private Func<object[], Task<object>> Factory(int cell) =>
        _assemblies[cell].GetType(_cells[cell].TypeName, throwOnError: true)!
            .GetMethod("<Factory>", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object[], Task<object>>>();
}
