using System.IO.Compression;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Holds the extension's package to what it may hold.</summary>
public sealed class VSCodePackageTests
{
    [Fact]
    public void The_package_is_small_and_holds_what_it_needs_and_no_more()
    {
        RequiredTool.NeedMade(VSCodeWithLessons.Package, "src/DropoutLessons.VSCode/pack");
        using var package = ZipFile.OpenRead(VSCodeWithLessons.Package);
        string[] files = [.. package.Entries.Select(entry => entry.FullName)];
        string[] own = [.. files.Where(file => !file.StartsWith("extension/tool/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

        Assert.True(new FileInfo(VSCodeWithLessons.Package).Length < 40_000_000);
        Assert.Equal(
            ["[Content_Types].xml", "extension.vsixmanifest", "extension/LICENSE.txt", "extension/THIRD-PARTY-NOTICES.md", "extension/media/check.md", "extension/media/lessons.svg", "extension/media/open.md",
                "extension/media/run.md", .. Scripts(), "extension/package.json", "extension/readme.md"], own, StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain(files, file => Path.GetExtension(file) is ".pdb" or ".map" or ".ts");
        Assert.Contains("extension/tool/DropoutLessons.Cli.dll", files);
        using var notices = new StreamReader(package.GetEntry("extension/THIRD-PARTY-NOTICES.md")!.Open());
        string named = notices.ReadToEnd();
        Assert.All(["Plotly.NET ", "NetMQ ", "Microsoft.CodeAnalysis.CSharp ", "System.CommandLine ", "MathNet.Numerics "], name => Assert.Contains($"## {name}", named, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Scripts() =>
        Directory.EnumerateFiles(TestFiles.At("src", "DropoutLessons.VSCode", "src"), "*.ts").Select(file => $"extension/out/src/{Path.GetFileNameWithoutExtension(file)}.js").Order(StringComparer.Ordinal);
}
