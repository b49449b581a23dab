using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DropoutLessons.Kernel;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Runs all lessons on the installed kernel, as Jupyter does, and on the embedded engine, and compares.</summary>
public sealed class FrontEndTests(KernelHome home, WrittenBook book) : IClassFixture<KernelHome>
{
    [Fact]
    public async Task Jupyter_and_the_embedded_runner_store_equal_outputs_for_every_lesson_and_solution()
    {
        RequiredTool.Need("/usr/lib/python3/dist-packages/nbclient", "python3-nbclient");
        string[] files = [.. NotebookShapeTests.All.Select(row => row.Data)], sources = [.. files.Select(file => TestFiles.At(file))];
        string[] before = [.. sources.Select(File.ReadAllText)];
        string byJupyter = Path.Combine(home.Folder, "jupyter");

        var jupyter = await ToolRun.OfAsync("/usr/bin/python3", [TestFiles.At("tests", "DropoutLessons.Lessons.Tests", "execute_notebooks.py"), byJupyter, .. sources], home.Folder, home.Environment);
        await book.WrittenAsync;

        Assert.True(jupyter.ExitCode == 0, jupyter.Error);
        Assert.Equal(before, sources.Select(File.ReadAllText));
        Assert.All(files.Select(file => file["notebooks/".Length..]), file =>
            Assert.Equal(Outputs(Path.Combine(byJupyter, file)), Outputs(Path.Combine(book.Executed, file))));
    }

    private static string Outputs(string file) =>
        string.Join("\n\n", Notebook.Load(file).Cells.Where(cell => cell.IsCode).Select(cell => $"{cell.Id} [{cell.ExecutionCount}]\n" + string.Join('\n', cell.Outputs.Select(Normal))));

    // Lists of lines and single strings are two spellings of one text, so are 1e-05 and 1E-05 of one number; the order of keys says nothing.
    private static string Normal(JsonNode? node) => node switch
    {
        JsonObject map => "{" + string.Join(",", map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}:{Normal(entry.Value)}")) + "}",
        JsonArray list when list.All(item => item is JsonValue value && value.TryGetValue<string>(out _)) => Normal(JsonValue.Create(string.Concat(list.Select(item => (string)item!)))),
        JsonArray list => "[" + string.Join(",", list.Select(Normal)) + "]",
        JsonValue number when number.GetValueKind() == JsonValueKind.Number => double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
        _ => node?.ToJsonString() ?? "null",
    };
}
