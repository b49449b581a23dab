using System.Reflection;
using System.Runtime.CompilerServices;

namespace DropoutLessons;

/// <summary>Lets Plotly.NET use the FSharp.Core a host carries, where it is older than the one Plotly.NET was built against.</summary>
/// <remarks>.NET Interactive carries 10.0.0.0; Plotly.NET 6.0.0 asks for 10.1.0.0 and uses nothing the older one lacks.</remarks>
internal static class FSharpCoreResolver
{
#pragma warning disable CA2255 // A library loaded by #r has no other moment at which it could act first.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Register() => AppDomain.CurrentDomain.AssemblyResolve += (_, request) =>
        new AssemblyName(request.Name).Name == "FSharp.Core"
            ? AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(assembly => assembly.GetName().Name == "FSharp.Core")
            : null;
}
