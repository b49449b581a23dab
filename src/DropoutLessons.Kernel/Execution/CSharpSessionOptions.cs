namespace DropoutLessons.Kernel;

/// <summary>Says how a <see cref="CSharpSession"/> is set up.</summary>
public sealed record CSharpSessionOptions
{
    internal const string MemoryVariable = "CSHARP_KERNEL_MEMORY_MB";

    /// <summary>Folder that relative paths in <c>#r</c> start from; the current folder by default.</summary>
    public string WorkingDirectory { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>Namespaces every cell sees without a <c>using</c>; those of .NET Interactive, so that notebooks mean the same in both.</summary>
    public IReadOnlyList<string> Usings { get; init; } =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq"];

    /// <summary>Bytes the process may use before a cell that goes on allocating is stopped; the variable CSHARP_KERNEL_MEMORY_MB in megabytes, else half of the machine's memory.</summary>
    public long MemoryLimit { get; init; } =
        long.TryParse(Environment.GetEnvironmentVariable(MemoryVariable), System.Globalization.CultureInfo.InvariantCulture, out long megabytes) && megabytes > 0
            ? megabytes << 20 : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;

    /// <summary>Whether cells are guarded, so that they can be stopped; off only to see that guarding changes nothing else.</summary>
    internal bool IsGuarded { get; init; } = true;
}
