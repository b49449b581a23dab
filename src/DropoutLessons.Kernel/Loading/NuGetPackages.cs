using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DropoutLessons.Kernel;

/// <summary>Is one package a session uses, as it was restored.</summary>
/// <param name="Name">its id</param>
/// <param name="Version">version chosen</param>
/// <param name="Folder">where it lies</param>
/// <param name="Assemblies">files to reference and load</param>
/// <param name="Native">native libraries</param>
internal sealed record RestoredPackage(string Name, string Version, string Folder, IReadOnlyList<string> Assemblies, IReadOnlyList<string> Native);

/// <summary>Restores the packages of a session with <c>dotnet restore</c>, so that sources, credentials and versions are what the user's nuget.config says.</summary>
/// <param name="workingDirectory">folder whose nuget.config counts</param>
internal sealed partial class NuGetPackages(string workingDirectory)
{
    private readonly Dictionary<string, PackageReference> _wanted = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _sources = [];
    private IReadOnlyList<RestoredPackage> _restored = [];

    /// <summary>Adds a source to look in besides the configured ones.</summary>
    public void AddSource(string source)
    {
        if (!_sources.Contains(source))
            _sources.Add(source.Contains("://", StringComparison.Ordinal) ? source : Path.GetFullPath(source, workingDirectory));
    }

    /// <summary>Restores a package beside those that are there.</summary>
    /// <param name="package">the new one</param>
    /// <param name="check">called while it takes; an exception ends it</param>
    /// <returns>every package of the session, those included that others depend on</returns>
    /// <exception cref="DirectiveException">It cannot be restored; it is forgotten again, so that later ones can.</exception>
    public IReadOnlyList<RestoredPackage> Add(PackageReference package, Action check)
    {
        bool isPresent = _wanted.TryGetValue(package.Name, out var before);
        if (isPresent && (before == package || package.Version == "*"))
            return _restored;
        _wanted[package.Name] = package;
        try
        {
            return _restored = Restore(package, check);
        }
        catch
        {
            if (isPresent)
                _wanted[package.Name] = before!;
            else
                _wanted.Remove(package.Name);
            throw;
        }
    }

    private List<RestoredPackage> Restore(PackageReference package, Action check)
    {
        string folder = Directory.CreateTempSubdirectory("packages-").FullName;
        try
        {
            Project().Save(Path.Combine(folder, "packages.csproj"));
            var (exitCode, output) = DotNet.Run(["restore", "--nologo", "-v", "quiet"], folder, check);
            return exitCode == 0
                ? Assets(Path.Combine(folder, "obj", "project.assets.json"))
                : throw new DirectiveException($"The package {package} could not be restored. {Reason(output)}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private XDocument Project() => new(new XElement("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement("PropertyGroup",
            new XElement("TargetFramework", $"net{Environment.Version.Major}.{Environment.Version.Minor}"),
            new XElement("RuntimeIdentifier", Rid()),
            new XElement("SelfContained", false),
            new XElement("UseAppHost", false),
            new XElement("NuGetAudit", false),
            new XElement("RestoreRootConfigDirectory", workingDirectory),
            new XElement("RestoreAdditionalProjectSources", string.Join(';', _sources))),
        new XElement("ItemGroup", _wanted.Values.Select(package =>
            new XElement("PackageReference", new XAttribute("Include", package.Name), new XAttribute("Version", package.Version))))));

    // Packages know portable names such as linux-x64, not those of a distribution.
    private static string Rid() =>
        $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    private static List<RestoredPackage> Assets(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var root = json.RootElement;
        string[] folders = [.. root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        var libraries = root.GetProperty("libraries");
        var target = root.GetProperty("targets").EnumerateObject().Last().Value;
        var packages = new List<RestoredPackage>();
        foreach (var library in target.EnumerateObject().Where(library => library.Value.GetProperty("type").GetString() == "package"))
        {
            string path = libraries.GetProperty(library.Name).GetProperty("path").GetString()!;
            string folder = folders.Select(root => Path.Combine(root, path)).First(Directory.Exists);
            string[] Files(string kind) => library.Value.TryGetProperty(kind, out var files)
                ? [.. files.EnumerateObject().Select(entry => Path.Combine(folder, entry.Name)).Where(entry => Path.GetFileName(entry) != "_._")] : [];
            string[] name = library.Name.Split('/');
            packages.Add(new(name[0], name[1], folder, Files("runtime"), Files("native")));
        }
        return packages;
    }

    private static string Reason(string output)
    {
        string[] errors = [.. Error().Matches(output).Select(match => $"{match.Groups[1].Value}: {match.Groups[2].Value.Trim()}").Distinct()];
        string reason = errors.Length > 0 ? string.Join(" ", errors.Take(3)) : output.Trim();
        return reason.Contains("NU1301", StringComparison.Ordinal)
            ? reason + " The source cannot be reached: without a network, name a version that is in the package cache already, such as one restored before."
            : reason + " Check name and version, or add a source with #i \"nuget: address\".";
    }

    [GeneratedRegex(@"error\s+(NU\d+|MSB\d+|NETSDK\d+)\s*:\s*(.*?)(?:\s\[[^\]\n]*\])?\s*$", RegexOptions.Multiline)]
    private static partial Regex Error();
}
