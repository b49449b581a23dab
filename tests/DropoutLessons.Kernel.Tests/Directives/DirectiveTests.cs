using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DropoutLessons.Kernel.Tests.Directives;

/// <summary>Checks the lines of a cell that speak to the kernel.</summary>
public sealed class DirectiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CSharpSession _session;
    private readonly RecordingSink _sink = new();

    public DirectiveTests() => _session = new(new() { WorkingDirectory = _folder.Path });

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("#!csharp\n1 + 1", 2)]
    [InlineData("#!c#\n1 + 1", 2)]
    [InlineData("#!time\n1 + 1", 2)]
    [InlineData("\"\"\"\n#!time\n\"\"\".Length", 6)]
    [InlineData("/*\n#!nothing\n*/ 3", 3)]
    [InlineData("#region here\nint n = 5;\n#endregion\nn", 5)]
    public async Task Code_around_a_directive_runs_and_what_only_looks_like_one_is_left_alone(string cell, int value)
    {
        var result = await RunAsync(cell);

        Assert.Equal((value, null), (result.ReturnValue, result.Error?.Message));
    }

    [Fact]
    public async Task Lines_after_a_directive_keep_their_numbers()
    {
        var result = await RunAsync("#!time\n\nint n = missing;");

        Assert.Equal((3, 9), (result.Diagnostics[0].Line, result.Diagnostics[0].Column));
    }

    [Fact]
    public async Task Time_says_how_long_the_cell_took()
    {
        await RunAsync("#!time\n1 + 1");

        Assert.Matches(@"Wall time: [\d.]+ ms", _sink.Shown);
    }

    [Fact]
    public async Task Markdown_and_html_are_shown_as_they_are_up_to_the_next_selector()
    {
        var result = await RunAsync("#!markdown\n# Head\n#!html\n<b>bold</b>\n#!csharp\n7");

        Assert.Equal(("# Head", "<b>bold</b>"), ((string?)_sink.Displays[0].Data["text/markdown"], (string?)_sink.Displays[1].Data["text/html"]));
        Assert.Equal(7, result.ReturnValue);
    }

    [Fact]
    public async Task Whos_lists_each_variable_once_with_its_type_and_value()
    {
        await RunAsync("var x = 1;");
        await RunAsync("var x = \"again\"; var list = new List<int> { 1, 2 };");
        await RunAsync("#!whos");

        string[] lines = _sink.Shown.Split('\n');
        Assert.Contains(lines, line => line.Contains("string", StringComparison.Ordinal) && line.Contains("again", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("List<int>", StringComparison.Ordinal) && line.Contains("[ 1, 2 ]", StringComparison.Ordinal));
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public async Task Import_runs_a_file_of_code_and_a_notebook_and_shows_their_names_in_a_traceback()
    {
        _folder.Write("helper.cs", "int Twice(int n) => 2 * n;\nvoid Fail() =>\n    throw new System.Exception(\"meant\");");
        _folder.Write("other.ipynb", """{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"code","id":"a","execution_count":null,"metadata":{},"outputs":[],"source":["var fromNotebook = 5;"]}]}""");

        Assert.Equal(10, (await RunAsync("#!import other.ipynb\n#load \"helper.cs\"\nTwice(fromNotebook)")).ReturnValue);
        Assert.Contains("helper.cs, line 3", string.Join('\n', (await RunAsync("Fail()")).Error!.Traceback), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_imports_itself_ends_with_an_error()
    {
        _folder.Write("self.csx", "#!import self.csx");

        Assert.Contains("from within itself", (await RunAsync("#!import self.csx")).Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!import nowhere.cs", "There is no file")]
    [InlineData("#!fsharp\nlet x = 1", "C# only")]
    [InlineData("#!nonsense", "#!lsmagic")]
    [InlineData("#r \"nowhere.csproj\"", "There is no project")]
    [InlineData("#i \"https://example.org\"", "#i \"nuget:")]
    public async Task What_cannot_be_done_is_explained(string cell, string says) =>
        Assert.Contains(says, (await RunAsync(cell)).Error!.Message, StringComparison.Ordinal);

    [Fact]
    public async Task About_names_the_versions()
    {
        await RunAsync("#!about");

        Assert.Contains(".NET 10", _sink.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_of_a_folder_is_restored_and_used_and_its_extension_runs()
    {
        // A package of our own in a folder of our own: no network, and nothing but what the test made.
        Package("Tiny.Thing", "1.2.3", "public static class Thing { public static int Answer => 42; }");

        var result = await RunAsync($"#i \"nuget: {_folder.Path}/feed\"\n#r \"nuget: Tiny.Thing, 1.2.3\"\nThing.Answer");

        Assert.Equal((42, null), (result.ReturnValue, result.Error?.Message));
        Assert.Contains("Added package Tiny.Thing 1.2.3", _sink.Shown, StringComparison.Ordinal);
        Assert.Contains("extension has run", _sink.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_that_is_not_there_is_named_and_later_ones_still_load()
    {
        Package("Tiny.Other", "1.0.0", "public static class Other { public static int Answer => 43; }");
        string source = $"#i \"nuget: {_folder.Path}/feed\"\n";

        string message = (await RunAsync(source + "#r \"nuget: Tiny.Missing, 1.0.0\"")).Error!.Message;

        Assert.Contains("Tiny.Missing 1.0.0 could not be restored. NU1101", message, StringComparison.Ordinal);
        Assert.Equal(43, (await RunAsync(source + "#r \"nuget: Tiny.Other\"\nOther.Answer")).ReturnValue);
    }

    [Fact]
    public async Task A_project_is_built_and_used()
    {
        _folder.Write("lib/lib.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        _folder.Write("lib/Box.cs", "public sealed class Box { public int Value => 9; }");

        var result = await RunAsync("#r \"lib/lib.csproj\"\nnew Box().Value");

        Assert.Equal((9, null), (result.ReturnValue, result.Error?.Message));
    }

    private Task<CellResult> RunAsync(string cell) => _session.ExecuteAsync(cell, _sink, TestContext.Current.CancellationToken);

    private void Package(string name, string version, string code)
    {
        // Only the folder is asked, and nothing is left in the user's cache.
        _folder.Write("nuget.config", "<configuration><config><add key=\"globalPackagesFolder\" value=\"packages\" /></config><packageSources><clear /></packageSources></configuration>");
        string assembly = Path.Combine(_folder.Path, name + ".dll");
        var references = Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.Runtime.dll").Append(typeof(object).Assembly.Location);
        var compiled = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(code)],
            [.. references.Select(path => MetadataReference.CreateFromFile(path))], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(assembly);
        Assert.True(compiled.Success);
        string feed = Directory.CreateDirectory(Path.Combine(_folder.Path, "feed")).FullName;
        using var package = System.IO.Compression.ZipFile.Open(Path.Combine(feed, $"{name}.{version}.nupkg"), System.IO.Compression.ZipArchiveMode.Create);
        void Write(string path, byte[] bytes)
        {
            using var entry = package.CreateEntry(path).Open();
            entry.Write(bytes);
        }
        Write($"{name}.nuspec", System.Text.Encoding.UTF8.GetBytes($"""<?xml version="1.0"?><package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata><id>{name}</id><version>{version}</version><authors>test</authors><description>test</description></metadata></package>"""));
        Write($"lib/net10.0/{name}.dll", File.ReadAllBytes(assembly));
        Write("interactive-extensions/dotnet/extension.dib", "#!csharp\nConsole.WriteLine(\"extension has run\");"u8.ToArray());
    }
}
