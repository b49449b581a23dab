using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace DropoutLessons.Kernel;

/// <summary>Lets the runtime find what restored packages bring when it is asked for: assemblies that depend on each other, and native libraries.</summary>
internal static class PackageLoading
{
    private static readonly ConcurrentDictionary<string, string> s_assemblies = new(StringComparer.OrdinalIgnoreCase);
    private static readonly ConcurrentDictionary<string, string> s_native = new(StringComparer.OrdinalIgnoreCase);

    static PackageLoading()
    {
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            name.Name is { } simple && s_assemblies.TryGetValue(simple, out string? path) ? context.LoadFromAssemblyPath(path) : null;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => Load(name);
    }

    public static void Add(RestoredPackage package)
    {
        foreach (string file in package.Assemblies)
            s_assemblies.TryAdd(Path.GetFileNameWithoutExtension(file), file);
        foreach (string file in package.Native)
            s_native.TryAdd(Path.GetFileName(file), file);
    }

    private static nint Load(string name)
    {
        foreach (string candidate in new[] { name, $"{name}.dll", $"{name}.so", $"lib{name}.so", $"{name}.dylib", $"lib{name}.dylib" })
            if (s_native.TryGetValue(candidate, out string? path) && NativeLibrary.TryLoad(path, out nint handle))
                return handle;
        return 0;
    }
}
