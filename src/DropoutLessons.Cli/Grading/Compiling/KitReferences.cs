using System.Reflection;
using Microsoft.CodeAnalysis;

namespace DropoutLessons.Cli.Grading;

/// <summary>Knows what submitted code may be compiled against: .NET, MathNet and the kit without its answers.</summary>
internal static class KitReferences
{
    /// <summary>Folder of the program that runs submissions.</summary>
    public static string WorkerFolder { get; } = Path.Combine(AppContext.BaseDirectory, "worker");

    /// <summary>The program that runs submissions.</summary>
    public static string Worker { get; } = Path.Combine(WorkerFolder, "DropoutLessons.Worker.dll");

    /// <summary>Namespaces every cell sees without a <c>using</c>: those of the kernel and the kit's.</summary>
    public static IReadOnlyList<string> Usings { get; } =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq", "DropoutLessons", "DropoutLessons.Worker.QuietDisplay", "DropoutLessons.Worker.QuietExtensions"];

    /// <summary>The assemblies.</summary>
    public static IReadOnlyList<MetadataReference> All { get; } = [.. Files().Select(file => MetadataReference.CreateFromFile(file))];

    /// <summary>Types of the kit that a submission gets no sight of, by name: the answers, and what draws and judges.</summary>
    public static IReadOnlySet<string> Withheld { get; } = FindWithheld();

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
        using var worker = AssemblyMetadata.CreateFromFile(Worker);
        var reader = worker.GetModules()[0].GetMetadataReader();
        var given = reader.TypeDefinitions.Select(handle => reader.GetString(reader.GetTypeDefinition(handle).Name)).ToHashSet();
        Assembly[] kit = [typeof(Rngs).Assembly, typeof(DropoutLessons.Grading.Verdict).Assembly, typeof(Show).Assembly];
        return [.. kit.SelectMany(assembly => assembly.GetExportedTypes()).Select(type => type.Name.Split('`')[0]).Where(name => !given.Contains(name))];
    }
}
