using System.Globalization;

namespace DropoutLessons.Cli.Grading;

/// <summary>Writes the command that runs a program behind bubblewrap, which shows it nothing but .NET and the worker.</summary>
internal static class Bubblewrap
{
    private static readonly string[] s_libraries = ["/usr/lib", "/usr/lib64", "/lib", "/lib64"];
    private static readonly string[] s_cache = ["--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"];

    /// <summary>Where Debian's package puts it; null where it is not.</summary>
    public static string? Path { get; } = new[] { "/usr/bin/bwrap", "/usr/local/bin/bwrap" }.FirstOrDefault(File.Exists);

    /// <summary>Lists the arguments.</summary>
    /// <param name="limits">what the program may use</param>
    /// <param name="hasFilter">true when descriptor 9 holds a <see cref="SeccompFilter"/></param>
    /// <remarks>No network, no processes but its own, no capabilities, nothing writable but a small folder in memory; all of it dies with the grader.</remarks>
    public static IEnumerable<string> Arguments(ResourceLimits limits, bool hasFilter) =>
    [
        "--unshare-all", "--unshare-user", "--die-with-parent", "--new-session", "--cap-drop", "ALL",
        "--uid", "65534", "--gid", "65534", "--hostname", "submission", "--clearenv", .. Environment(limits),
        .. Libraries(), "--ro-bind", DotNetFolder, "/dotnet", "--ro-bind", KitReferences.WorkerFolder, "/worker",
        "--proc", "/proc", "--dev", "/dev", "--size", limits.Disk.ToString(CultureInfo.InvariantCulture), "--tmpfs", "/tmp", "--remount-ro", "/", "--chdir", "/tmp",
        .. hasFilter ? ["--seccomp", "9"] : Array.Empty<string>(),
        "--", "/dotnet/dotnet", "/worker/DropoutLessons.Worker.dll", Worker.WorkerArguments.OwnDescriptors,
    ];

    private static string DotNetFolder => System.IO.Path.GetDirectoryName(ThisTool.CommandLine[0])!;

    private static IEnumerable<string> Environment(ResourceLimits limits) =>
        WorkerEnvironment.Variables(limits).SelectMany(variable => new[] { "--setenv", variable.Name, variable.Value });

    // Merged or not, a system has its shared libraries in these; links are kept as links.
    private static IEnumerable<string> Libraries() =>
        s_libraries.Where(Directory.Exists).SelectMany(folder =>
            new DirectoryInfo(folder).LinkTarget is { } target ? ["--symlink", target, folder] : new[] { "--ro-bind", folder, folder })
        .Concat(s_cache);
}
