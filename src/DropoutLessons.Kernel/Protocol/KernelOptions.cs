namespace DropoutLessons.Kernel;

/// <summary>Says what the kernel tells front ends of itself.</summary>
/// <param name="Implementation">name of the implementation</param>
/// <param name="Version">its version</param>
/// <param name="Banner">sentence a console shows at the start</param>
public sealed record KernelOptions(string Implementation, string Version, string Banner)
{
    /// <summary>Whether what bypasses the console, as the output of child processes does, is shown below cells. For a process that is nothing but the kernel.</summary>
    public bool CatchesRawOutput { get; init; }

    /// <summary>Where the kernel notes what it ignored and why; standard error when null.</summary>
    public TextWriter? Notes { get; init; }
}
