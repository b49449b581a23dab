using Microsoft.CodeAnalysis;

namespace DropoutLessons.Kernel;

/// <summary>Finds the assemblies the language service reads, with their documentation.</summary>
/// <remarks>None of these objects is shared with the compiler of the cells: sharing them has made types of one differ from those of the other.</remarks>
internal static class LanguageReferences
{
    private static readonly string s_runtimeFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>The framework: the SDK's reference assemblies, which come with documentation, else the runtime's own.</summary>
    public static IEnumerable<MetadataReference> Framework()
    {
        string? pack = ReferencePack();
        return pack is null
            ? Directory.GetFiles(s_runtimeFolder, "System*.dll").Where(file => !file.EndsWith(".Native.dll", StringComparison.Ordinal)).Select(Documented)
            : Directory.GetFiles(pack, "*.dll").Select(Documented);
    }

    /// <summary>A file, with the documentation beside it.</summary>
    public static MetadataReference Documented(string path)
    {
        string xml = Path.ChangeExtension(path, ".xml");
        return MetadataReference.CreateFromFile(path, documentation: File.Exists(xml) ? XmlDocumentationProvider.CreateFromFile(xml) : null);
    }

    private static string? ReferencePack()
    {
        // The runtime lies in root/shared/Microsoft.NETCore.App/10.0.1, the pack in root/packs/Microsoft.NETCore.App.Ref/10.0.1/ref/net10.0.
        string packs = Path.GetFullPath(Path.Combine(s_runtimeFolder, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        string framework = $"net{Environment.Version.Major}.{Environment.Version.Minor}";
        return !Directory.Exists(packs) ? null
            : Directory.GetDirectories(packs, $"{Environment.Version.Major}.*").Select(version => Path.Combine(version, "ref", framework)).Where(Directory.Exists).Order(StringComparer.Ordinal).LastOrDefault();
    }
}
