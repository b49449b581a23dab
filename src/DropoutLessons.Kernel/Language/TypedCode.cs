namespace DropoutLessons.Kernel;

/// <summary>Is code that is being typed, and the place that is asked about.</summary>
/// <param name="Code">the cell as it stands</param>
/// <param name="Position">index of the cursor, in [0, length of the code]</param>
public sealed record TypedCode(string Code, int Position = 0)
{
    /// <summary>Cells that stand above it and have not run in this session, in order: what they declare is known as if they had.</summary>
    public IReadOnlyList<string> Above { get; init; } = [];

    // What a library holds is known once the cell that asks for it has run.
    internal bool LoadsLibraries => Above.Append(Code).Any(CellPart.LoadsLibraries);
}
