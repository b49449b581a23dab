using System.Reflection;

namespace DropoutLessons;

/// <summary>Lets Plotly.NET use the FSharp.Core a host carries, where it is older than the one Plotly.NET was built against.</summary>
/// <remarks>.NET Interactive carries 10.0.0.0; Plotly.NET 6.0.0 asks for 10.1.0.0 and uses nothing the older one lacks.</remarks>
internal static class FSharpCoreResolver
{
    private const string Library = "FSharp.Core";

    /// <summary>Answers for the library from now on.</summary>
    public static void Register() => AppDomain.CurrentDomain.AssemblyResolve += (_, request) => Resolve(new(request.Name));

    /// <summary>Finds the host's copy, loaded or not; null for other assemblies and where the host has none.</summary>
    private static Assembly? Resolve(AssemblyName wanted)
    {
        // Asked for without a version the runtime takes the host's, whatever it is; asked for that itself, there is nothing left to try.
        if (wanted.Name != Library || wanted.Version is null)
            return null;
        return AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(assembly => assembly.GetName().Name == Library) ?? Load();
    }

    private static Assembly? Load()
    {
        try
        {
            return Assembly.Load(new AssemblyName(Library));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
