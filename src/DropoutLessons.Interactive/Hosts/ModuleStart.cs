using System.Runtime.CompilerServices;

namespace DropoutLessons;

/// <summary>Introduces the library to the host it was loaded into.</summary>
internal static class ModuleStart
{
#pragma warning disable CA2255 // A library loaded by #r has no other moment at which it could act first.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Run()
    {
        FSharpCoreResolver.Register();
        DotNetInteractive.Register();
        ClrKernel.Register();
    }
}
