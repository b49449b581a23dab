using System.Globalization;

namespace DropoutLessons.Cli.Grading;

/// <summary>Lists the environment variables a worker's runtime is started with; it gets no others.</summary>
internal static class WorkerEnvironment
{
    public static IEnumerable<(string Name, string Value)> Variables(ResourceLimits limits) =>
    [
        ("DOTNET_GCHeapHardLimit", Hexadecimal(limits.Memory)),
        // Without it the runtime reserves many times its limit, and the address space could not be bounded.
        ("DOTNET_GCRegionRange", Hexadecimal(2 * limits.Memory)),
        ("DOTNET_EnableDiagnostics", "0"),
        ("DOTNET_TieredCompilation", "1"),
        ("DOTNET_NOLOGO", "1"),
    ];

    // What the runtime takes for a number.
    private static string Hexadecimal(long value) => value.ToString("x", CultureInfo.InvariantCulture);
}
