using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting.Hosting;

namespace DropoutLessons.Kernel;

/// <summary>Resolves <c>#r</c>: an assembly the host carries is taken from the host, any other from the path given.</summary>
/// <remarks>
/// The host's copy must win: two copies of one assembly are two different types to .NET, and a cell could not hand its objects to the host.
/// It wins even where the path does not exist, so that a notebook runs from any folder.
/// </remarks>
internal sealed class CellReferences(string workingDirectory, InteractiveAssemblyLoader loader) : MetadataReferenceResolver
{
    private static readonly string s_runtimeFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private readonly HashSet<string> _pending = new(StringComparer.OrdinalIgnoreCase);
    private volatile ImmutableHashSet<string> _loaded = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The framework's assemblies, which every cell sees.</summary>
    public static ImmutableArray<MetadataReference> Framework { get; } =
        [.. Directory.GetFiles(s_runtimeFolder, "*.dll").Where(IsFramework).Select(file => MetadataReference.CreateFromFile(file))];

    public override bool ResolveMissingAssemblies => true;

    /// <summary>Makes an assembly of the host visible to cells.</summary>
    public MetadataReference Host(Assembly assembly)
    {
        loader.RegisterDependency(assembly);
        return MetadataReference.CreateFromFile(assembly.Location);
    }

    /// <summary>Makes a file visible to the cells that follow; the host's own copy where it has one, nothing where the framework has.</summary>
    public MetadataReference? File(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        if (Existing(Path.Combine(s_runtimeFolder, name + ".dll")) is not null)
            return null;
        string chosen = HostCopy(name) ?? path;
        _pending.Add(chosen);
        return MetadataReference.CreateFromFile(chosen);
    }

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        string? path = HostCopy(Path.GetFileNameWithoutExtension(reference)) ?? Existing(Path.GetFullPath(reference, workingDirectory));
        if (path is null)
            return [];
        _pending.Add(path);
        return [MetadataReference.CreateFromFile(path, properties)];
    }

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        // What the kernel is built on, the compiler above all, is no affair of cells: forty assemblies less to read.
        if (definition.Display == typeof(CellReferences).Assembly.Location)
            return null;
        string? beside = definition.Display is { } display && Path.GetDirectoryName(display) is { Length: > 0 } folder ? Existing(Path.Combine(folder, referenceIdentity.Name + ".dll")) : null;
        if ((HostCopy(referenceIdentity.Name) ?? beside) is not { } path)
            return null;
        _pending.Add(path);
        return MetadataReference.CreateFromFile(path);
    }

    /// <summary>Paths of everything loaded for <c>#r</c> so far.</summary>
    public ImmutableHashSet<string> Loaded => _loaded;

    /// <summary>Loads what the compiler has just resolved, and runs its module initialisers, in which a library may register its formatters.</summary>
    public void LoadResolved()
    {
        foreach (string path in _pending.Where(path => !_loaded.Contains(path)))
        {
            _loaded = _loaded.Add(path);
            var assembly = HostCopy(Path.GetFileNameWithoutExtension(path)) == path ? Assembly.Load(AssemblyName.GetAssemblyName(path)) : Assembly.LoadFrom(path);
            loader.RegisterDependency(assembly);
            RuntimeHelpers.RunModuleConstructor(assembly.ManifestModule.ModuleHandle);
        }
        _pending.Clear();
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    private static string? HostCopy(string name) => Existing(Path.Combine(AppContext.BaseDirectory, name + ".dll"));

    private static string? Existing(string path) => System.IO.File.Exists(path) ? path : null;

    private static bool IsFramework(string file)
    {
        string name = Path.GetFileName(file);
        return (name.StartsWith("System.", StringComparison.Ordinal) && !name.EndsWith(".Native.dll", StringComparison.Ordinal))
            || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll";
    }
}
