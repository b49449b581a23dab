using System.Xml.Linq;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Holds the projects to the edges the layout allows.</summary>
public sealed class DependencyRuleTests
{
    private static readonly Dictionary<string, (string[] Projects, string[] Packages)> s_allowed = new()
    {
        ["Core"] = ([], []),
        ["Training"] = (["Core"], ["MathNet.Numerics"]),
        ["Interactive"] = (["Core", "Training"], ["Jint", "Microsoft.DotNet.Interactive.Formatting", "Plotly.NET", "Plotly.NET.CSharp"]),
        ["Grading"] = (["Core"], []),
        // It runs code nobody trusts, so it knows neither Core, which holds the answers, nor Grading, which judges: it compiles the few files of theirs it needs.
        ["Worker"] = ([], ["MathNet.Numerics"]),
        ["Worker.Linen"] = (["Worker"], []),
        ["Kernel"] = ([], ["Microsoft.CodeAnalysis.CSharp.Scripting", "Microsoft.CodeAnalysis.CSharp.Features", "Microsoft.DotNet.Interactive.Formatting", "NetMQ"]),
        ["Cli"] = (["Core", "Training", "Interactive", "Grading", "Kernel"], ["System.CommandLine", "Spectre.Console", "Markdig", "ColorCode.HTML", "YamlDotNet"]),
    };

    public static TheoryData<string> Projects => [.. s_allowed.Keys];

    [Fact]
    public void Every_source_project_is_named_in_the_rule() =>
        Assert.Equal(s_allowed.Keys.Order(), Directory.GetDirectories(TestFiles.At("src"))
            .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any()).Select(folder => Path.GetFileName(folder)["DropoutLessons.".Length..]).Order());

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_file_names_only_allowed_references(string project)
    {
        var file = XDocument.Load(TestFiles.At("src", $"DropoutLessons.{project}", $"DropoutLessons.{project}.csproj"));

        Assert.Subset(s_allowed[project].Projects.Select(name => $"../DropoutLessons.{name}/DropoutLessons.{name}.csproj").ToHashSet(), References(file, "ProjectReference"));
        Assert.Subset(s_allowed[project].Packages.ToHashSet(), References(file, "PackageReference"));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void An_assembly_refers_to_no_project_it_may_not_know(string project)
    {
        // Transitive references compile even where no project file names them.
        var referred = Load(project).GetReferencedAssemblies()
            .Select(name => name.Name!).Where(name => name.StartsWith("DropoutLessons.", StringComparison.Ordinal)).ToHashSet();

        Assert.Subset(s_allowed[project].Projects.Select(name => $"DropoutLessons.{name}").ToHashSet(), referred);
    }

    [Fact]
    public void Core_refers_to_the_base_library_only() =>
        Assert.All(System.Reflection.Assembly.Load("DropoutLessons.Core").GetReferencedAssemblies(), name =>
            Assert.StartsWith("System.", name.Name, StringComparison.Ordinal));

    // The worker lies in a folder of its own: the one folder of the kit that a submission can see.
    private static System.Reflection.Assembly Load(string project) => project switch
    {
        "Worker" => System.Reflection.Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "worker", "DropoutLessons.Worker.dll")),
        "Worker.Linen" => System.Reflection.Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "worker-parts", "DropoutLessons.Worker.Linen.dll")),
        _ => System.Reflection.Assembly.Load($"DropoutLessons.{project}"),
    };

    private static HashSet<string> References(XDocument project, string kind) =>
        [.. project.Descendants(kind).Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'))];
}
