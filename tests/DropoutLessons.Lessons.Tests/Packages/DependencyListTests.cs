using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Holds the list of dependencies to the project files and to what the packages say of themselves.</summary>
public sealed partial class DependencyListTests
{
    private static readonly string s_list = File.ReadAllText(TestFiles.At("src", "DEPENDENCIES.md"));

    [Fact]
    public void Every_dependency_is_listed_with_its_users_and_a_reason()
    {
        var used = Directory.GetFiles(TestFiles.At("src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(file => XDocument.Load(file).Descendants("PackageReference").Select(reference => (Package: reference.Attribute("Include")!.Value, Project: Path.GetFileNameWithoutExtension(file)["DropoutLessons.".Length..])))
            .GroupBy(use => use.Package).ToDictionary(uses => uses.Key, uses => string.Join(", ", uses.Select(use => use.Project).Order(StringComparer.Ordinal)));

        var listed = Row().Matches(s_list).ToDictionary(row => row.Groups["package"].Value, row => row.Groups["users"].Value);

        Assert.Equal(used.OrderBy(entry => entry.Key, StringComparer.Ordinal), listed.OrderBy(entry => entry.Key, StringComparer.Ordinal));
        Assert.All(Row().Matches(s_list), row => Assert.True(row.Groups["why"].Value.Length > 10, row.Value));
    }

    [Fact]
    public void Licences_are_those_the_packages_state()
    {
        string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var versions = XDocument.Load(TestFiles.At("src", "Directory.Packages.props")).Descendants("PackageVersion").ToDictionary(version => version.Attribute("Include")!.Value, version => version.Attribute("Version")!.Value);

        Assert.All(Row().Matches(s_list), row =>
        {
            string name = row.Groups["package"].Value;
            var licence = XDocument.Load(Path.Combine(packages, name.ToLowerInvariant(), versions[name], $"{name.ToLowerInvariant()}.nuspec"))
                .Descendants().First(element => element.Name.LocalName is "license" or "licenseUrl").Value;
            // NetMQ's package names the file of its licence, and that file is the LGPL.
            Assert.Equal(row.Groups["licence"].Value.Split(' ')[0].Replace("LGPL-3.0", "https://github.com/zeromq/netmq/blob/master/COPYING.LESSER", StringComparison.Ordinal), licence);
        });
    }

    [GeneratedRegex(@"^\| `(?<package>[^`]+)` \| (?<licence>[^|]+) \| (?<users>[^|]+) \| (?<why>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
