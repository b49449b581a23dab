using System.IO.Compression;
using System.Xml.Linq;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Uses the packages as a stranger does: from a feed, without the repository.</summary>
public sealed partial class PackageTests(LocalFeed feed) : IClassFixture<LocalFeed>
{
    // What other packages ask for is named where its version is pinned.
    public static TheoryData<string, string[]> Libraries => new()
    {
        { "DropoutLessons.Core", [] },
        { "DropoutLessons.Training", ["DropoutLessons.Core", "MathNet.Numerics"] },
        { "DropoutLessons.Interactive", ["DropoutLessons.Core", "DropoutLessons.Training", "Fable.Core", "Jint", "MathNet.Numerics", "Microsoft.AspNetCore.Html.Abstractions", "Microsoft.DotNet.Interactive.Formatting", "Plotly.NET", "Plotly.NET.CSharp"] },
        { "DropoutLessons.Grading", ["DropoutLessons.Core"] },
    };

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_brings_its_documentation_its_symbols_its_licence_and_names_what_it_needs(string name, string[] dependencies)
    {
        using var package = ZipFile.OpenRead(Path.Combine(feed.Packages, $"{name}.{LocalFeed.Version}.nupkg"));
        using var text = package.GetEntry($"{name}.nuspec")!.Open();
        var facts = XDocument.Load(text).Descendants().ToLookup(element => element.Name.LocalName);
        string[] files = [.. package.Entries.Select(entry => entry.FullName)];

        Assert.Equal(("MIT", "icon.png", "README.md"), (facts["license"].Single().Value, facts["icon"].Single().Value, facts["readme"].Single().Value));
        Assert.Equal(dependencies, facts["dependency"].Select(dependency => dependency.Attribute("id")!.Value).Order(StringComparer.Ordinal));
        Assert.Subset(files.ToHashSet(), new HashSet<string> { "icon.png", "README.md", $"lib/net10.0/{name}.dll", $"lib/net10.0/{name}.xml" });
        Assert.Equal(name == "DropoutLessons.Interactive", files.Contains("interactive-extensions/dotnet/extension.dib"));
        Assert.True(File.Exists(Path.Combine(feed.Packages, $"{name}.{LocalFeed.Version}.snupkg")));
    }

    [Fact]
    public async Task The_tool_is_installed_from_a_feed_and_teaches_checks_grades_and_writes_the_book()
    {
        var install = await feed.RunAsync("dotnet", ["tool", "install", "dropout-lessons", "--version", LocalFeed.Version, "--tool-path", "tools"]);
        Assert.True(install.ExitCode == 0, install.Out + install.Error);
        string tool = Path.Combine(feed.Work, "tools", OperatingSystem.IsWindows() ? "dropout-lessons.exe" : "dropout-lessons");

        await ExpectAsync(0, tool, ["new", "my course"], "Begin with notebooks/00-bench.ipynb");
        await ExpectAsync(0, tool, ["list"], "00", "my course");
        await ExpectAsync(1, tool, ["check", "01"], "01-mask", "my course");
        await ExpectAsync(0, tool, ["hint", "01"], "", "my course");
        await ExpectAsync(1, tool, ["grade", "notebooks/15-dropout-forward.ipynb"], "Not solved yet", "my course");
        await ExpectAsync(0, tool, ["grade", TestFiles.At("notebooks", "solutions", "15-dropout-forward.ipynb")], "Right", "my course");
        await ExpectAsync(0, tool, ["book", "notebooks/01-mask.ipynb", "--no-kernel"], "book", "my course");
        await ExpectAsync(0, tool, ["kernel", "install"], "");
        Assert.True(File.Exists(Path.Combine(feed.Work, "my course", "book", "index.html")));
    }

    [Fact]
    public async Task A_console_project_and_a_notebook_use_the_packages()
    {
        string folder = Directory.CreateDirectory(Path.Combine(feed.Work, "app")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "app.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="DropoutLessons.Interactive" Version="{LocalFeed.Version}" />
                <PackageReference Include="DropoutLessons.Grading" Version="{LocalFeed.Version}" />
              </ItemGroup>
            </Project>
            """, TestContext.Current.CancellationToken);
        const string code = """
            using DropoutLessons;
            bool[] mask = new Rngs(0).Dropout().Bernoulli(0.7, 8);
            Console.WriteLine(string.Concat(mask.Select(kept => kept ? 1 : 0)) + " " + Show.Mask(mask, 0.3).Numbers.Rows.Count);
            """;
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), code, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "n.ipynb"), $$"""
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "code", "id": "a", "metadata": {}, "execution_count": null, "outputs": [],
             "source": {{System.Text.Json.JsonSerializer.Serialize($"#r \"nuget: DropoutLessons.Interactive, {LocalFeed.Version}\"\n{code}")}}}]}
            """, TestContext.Current.CancellationToken);
        string expected = $"{string.Concat(new Rngs(0).Dropout().Bernoulli(0.7, 8).Select(kept => kept ? 1 : 0))} 3";

        await ExpectAsync(0, "dotnet", ["run"], expected, "app");
        await ExpectAsync(0, "dotnet", [KernelHome.Tool, "run", "n.ipynb", "--book", "pages", "--no-kernel"], "", "app");
        Assert.Contains(expected, await File.ReadAllTextAsync(Path.Combine(folder, "pages", "executed", "n.ipynb"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task ExpectAsync(int exitCode, string file, IEnumerable<string> arguments, string says, string folder = "")
    {
        var run = await feed.RunAsync(file, arguments, folder);
        Assert.True(run.ExitCode == exitCode, $"{file} {string.Join(' ', arguments)} ended with {run.ExitCode}\n{run.Out}\n{run.Error}");
        Assert.Contains(says, run.Out, StringComparison.Ordinal);
    }
}
