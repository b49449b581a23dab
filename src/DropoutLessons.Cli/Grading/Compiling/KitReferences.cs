using System.Collections.Concurrent;
using System.Reflection;
using DropoutLessons.Grading;
using Microsoft.CodeAnalysis;

namespace DropoutLessons.Cli.Grading;

/// <summary>Knows what submitted code may be compiled against: .NET, MathNet and the kit without its answers, and the parts an exercise allows.</summary>
internal static class KitReferences
{
    /// <summary>Folder of the program that runs submissions.</summary>
    public static string WorkerFolder { get; } = Path.Combine(AppContext.BaseDirectory, "worker");

    /// <summary>The program that runs submissions.</summary>
    public static string Worker { get; } = Path.Combine(WorkerFolder, "DropoutLessons.Worker.dll");

    /// <summary>Namespaces every cell sees without a <c>using</c>: those of the kernel and the kit's.</summary>
    public static IReadOnlyList<string> Usings { get; } =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq", "DropoutLessons", "DropoutLessons.Worker.QuietDisplay", "DropoutLessons.Worker.QuietExtensions"];

    // Below what they are found with.
    private static readonly MetadataReference[] s_always = [.. Files().Select(file => MetadataReference.CreateFromFile(file))];
    private static readonly ConcurrentDictionary<KitPart, IReadOnlyList<MetadataReference>> s_references = [];
    private static readonly HashSet<string> s_withheld = FindWithheld();

    /// <summary>Lists the assemblies of an exercise that allows <paramref name="parts"/>.</summary>
    public static IReadOnlyList<MetadataReference> For(KitPart parts) =>
        s_references.GetOrAdd(parts, static parts => [.. s_always, .. PartFiles(parts).Select(file => MetadataReference.CreateFromFile(file))]);

    /// <summary>Lists the files of <paramref name="parts"/>, which a worker is sent and which are not in its folder.</summary>
    public static IReadOnlyList<string> PartFiles(KitPart parts) => parts.HasFlag(KitPart.Linen) ? [Path.Combine(AppContext.BaseDirectory, "worker-parts", "DropoutLessons.Worker.Linen.dll")] : [];

    /// <summary>Says whether a type of the kit is out of a submission's sight: the answers, and what draws and judges.</summary>
    /// <param name="type">name of the type</param>
    /// <param name="parts">what the exercise allows</param>
    public static bool IsWithheld(string type, KitPart parts) => s_withheld.Contains(type) && !PartFiles(parts).SelectMany(TypesOf).Contains(type);

    private static IEnumerable<string> Files()
    {
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return Directory.GetFiles(runtime, "*.dll").Where(IsManaged).Append(Worker).Append(Path.Combine(WorkerFolder, "MathNet.Numerics.dll"));
    }

    private static bool IsManaged(string file)
    {
        string name = Path.GetFileName(file);
        return (name.StartsWith("System.", StringComparison.Ordinal) && !name.EndsWith(".Native.dll", StringComparison.Ordinal)) || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll";
    }

    private static HashSet<string> FindWithheld()
    {
        var given = TypesOf(Worker).ToHashSet();
        Assembly[] kit = [typeof(Rngs).Assembly, typeof(Verdict).Assembly, typeof(Show).Assembly];
        return [.. kit.SelectMany(assembly => assembly.GetExportedTypes()).Select(type => type.Name.Split('`')[0]).Where(name => !given.Contains(name))];
    }

    private static string[] TypesOf(string file)
    {
        using var assembly = AssemblyMetadata.CreateFromFile(file);
        var reader = assembly.GetModules()[0].GetMetadataReader();
        return [.. reader.TypeDefinitions.Select(handle => reader.GetString(reader.GetTypeDefinition(handle).Name))];
    }
}
