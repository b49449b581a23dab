using System.Text.Json.Nodes;
using DropoutLessons.Kernel;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Runs the lessons on the installed kernel, as Jupyter does, and on the embedded engine, and compares.</summary>
public sealed class FrontEndTests(KernelHome home) : IClassFixture<KernelHome>
{
    public static TheoryData<string> Notebooks => NotebookShapeTests.All;

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Jupyter_and_the_embedded_runner_store_equal_outputs(string file)
    {
        RequiredTool.Need("/usr/bin/jupyter-nbconvert", "jupyter-nbconvert");
        string source = TestFiles.At(file), byJupyter = Path.Combine(home.Folder, "jupyter.ipynb");

        var convert = await ToolRun.OfAsync("/usr/bin/jupyter-nbconvert",
            ["--to", "notebook", "--execute", "--ExecutePreprocessor.timeout=120", "--output", byJupyter, source], Path.GetDirectoryName(source)!, home.Environment);
        Assert.True(convert.ExitCode == 0, convert.Error);
        string book = Path.Combine(home.Folder, "book " + Guid.NewGuid());
        string before = File.ReadAllText(source);
        var run = await ToolRun.OfAsync("dotnet", [KernelHome.Tool, "run", source, "--no-kernel", "--book", book], Path.GetDirectoryName(source)!);
        Assert.True(run.ExitCode == 0, run.Out + run.Error);

        Assert.Equal(before, File.ReadAllText(source));
        Assert.Equal(Outputs(byJupyter), Outputs(Path.Combine(book, "executed", Path.GetFileName(file))));
    }

    private static string Outputs(string file) =>
        string.Join("\n\n", Notebook.Load(file).Cells.Where(cell => cell.IsCode).Select(cell => $"{cell.Id} [{cell.ExecutionCount}]\n" + string.Join('\n', cell.Outputs.Select(Normal))));

    // Lists of lines and single strings are two spellings of one text, and the order of keys says nothing.
    private static string Normal(JsonNode? node) => node switch
    {
        JsonObject map => "{" + string.Join(",", map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}:{Normal(entry.Value)}")) + "}",
        JsonArray list when list.All(item => item is JsonValue value && value.TryGetValue<string>(out _)) => Normal(JsonValue.Create(string.Concat(list.Select(item => (string)item!)))),
        JsonArray list => "[" + string.Join(",", list.Select(Normal)) + "]",
        _ => node?.ToJsonString() ?? "null",
    };
}
