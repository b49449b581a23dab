using System.IO.Compression;
using System.Text.Json.Nodes;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Holds the extension's package to what it may hold.</summary>
public sealed class VSCodePackageTests : IDisposable
{
    private readonly ZipArchive _package;

    public VSCodePackageTests()
    {
        RequiredTool.NeedMade(VSCodeWithLessons.Package, "src/DropoutLessons.VSCode/pack");
        _package = ZipFile.OpenRead(VSCodeWithLessons.Package);
    }

    [Fact]
    public void The_package_is_small_and_holds_the_extension_the_tool_and_its_packages_and_no_more()
    {
        Assert.True(new FileInfo(VSCodeWithLessons.Package).Length < 40_000_000);
        Assert.Equal(
            ["[Content_Types].xml", "extension.vsixmanifest", "extension/LICENSE.txt", "extension/THIRD-PARTY-NOTICES.md", "extension/media/check.md", "extension/media/lessons.svg", "extension/media/open.md",
                "extension/media/run.md", .. Scripts(), "extension/package.json", "extension/readme.md"],
            Files().Where(file => !file.StartsWith("extension/tool/", StringComparison.Ordinal)).Order(StringComparer.Ordinal), StringComparer.OrdinalIgnoreCase);

        string[] carried = [.. Libraries().Where(library => IsPackage(library.Value)).SelectMany(library => Assets(library.Key))];
        Assert.Equal(
            ["DropoutLessons.Cli.deps.json", "DropoutLessons.Cli.dll", "DropoutLessons.Cli.runtimeconfig.json", "DropoutLessons.Core.dll", "DropoutLessons.Core.xml", "DropoutLessons.Grading.dll",
                "DropoutLessons.Grading.xml", "DropoutLessons.Interactive.dll", "DropoutLessons.Interactive.xml", "DropoutLessons.Kernel.dll", "DropoutLessons.Kernel.xml", "DropoutLessons.Training.dll", "DropoutLessons.Training.xml",
                "lessons/contents.md", "lessons/libraries.txt", .. Sources(), "worker-parts/DropoutLessons.Worker.Linen.dll", "worker/DropoutLessons.Worker.deps.json", "worker/DropoutLessons.Worker.dll", "worker/DropoutLessons.Worker.runtimeconfig.json", "worker/MathNet.Numerics.dll"],
            Files().Where(file => file.StartsWith("extension/tool/", StringComparison.Ordinal)).Select(file => file["extension/tool/".Length..]).Except(carried).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_notices_name_every_package_with_its_licence_and_hold_the_licence_s_text()
    {
        string notices = Read("extension/THIRD-PARTY-NOTICES.md");
        var packages = Libraries().Where(library => IsPackage(library.Value)).Select(library => library.Key.Replace('/', ' ')).ToArray();
        Assert.NotEmpty(packages);
        Assert.All(packages, package =>
        {
            string licence = notices.Split($"## {package}\n\n")[1].Split(" · ")[0];
            Assert.True(licence == "Own licence, below" || notices.Contains($"## Licence {licence}\n", StringComparison.Ordinal), $"{package}: {licence}");
        });
        Assert.Contains("## AsyncIO 0.1.69\n\nMPL-2.0", notices, StringComparison.Ordinal);
        Assert.Contains("Mozilla Public License Version 2.0", notices, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => _package.Dispose();

    private IEnumerable<string> Files() => _package.Entries.Select(entry => entry.FullName);

    private string Read(string file)
    {
        using var reader = new StreamReader(_package.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    private JsonNode Dependencies() => JsonNode.Parse(Read("extension/tool/DropoutLessons.Cli.deps.json"))!;

    private JsonObject Libraries() => Dependencies()["libraries"]!.AsObject();

    private static bool IsPackage(JsonNode? library) => (string?)library!["type"] == "package";

    private IEnumerable<string> Assets(string library)
    {
        var target = Dependencies()["targets"]!.AsObject().First().Value![library]!;
        return (target["runtime"]?.AsObject().Select(asset => Path.GetFileName(asset.Key)) ?? []).Concat(target["runtimeTargets"]?.AsObject().Select(asset => asset.Key) ?? []);
    }

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(TestFiles.At("notebooks", "source"), "*.md").Select(file => $"lessons/source/{Path.GetFileName(file)}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Scripts() =>
        Directory.EnumerateFiles(TestFiles.At("src", "DropoutLessons.VSCode", "src"), "*.ts").Select(file => $"extension/out/src/{Path.GetFileNameWithoutExtension(file)}.js").Order(StringComparer.Ordinal);
}
