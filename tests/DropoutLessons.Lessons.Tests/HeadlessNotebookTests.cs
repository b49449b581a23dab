using DropoutLessons.Kernel;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Holds what the headless runner writes to Jupyter's own schema of notebooks.</summary>
public sealed class HeadlessNotebookTests
{
    private static readonly string[] s_cells =
    [
        "Console.WriteLine(\\\"out\\\"); Console.Error.WriteLine(\\\"err\\\");",
        "var shown = display(1); shown.Update(new[] { 1, 2 }); clear_output(true); display(HTML(\\\"<b>bold</b>\\\")); new { A = 1 }",
        "\\\"{}\\\".DisplayAs(\\\"application/json\\\"); new double[2, 2]",
        "throw new Exception(\\\"meant\\\");",
        "#!markdown\\n*text*",
        "",
    ];

    [Fact]
    public async Task A_notebook_run_without_a_front_end_is_valid_by_Jupyters_schema_and_tells_its_progress()
    {
        RequiredTool.Need("/usr/lib/python3/dist-packages/nbformat", "python3-nbclient");
        using var folder = new TemporaryFolder();
        string cells = string.Join(", ", s_cells.Select((code, i) => $$"""{"cell_type": "code", "id": "c{{i}}", "metadata": {"tags": ["raises-exception"]}, "execution_count": null, "outputs": [], "source": "{{code}}"}"""));
        var notebook = Notebook.Parse($$"""{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{{cells}}, {"cell_type": "markdown", "id": "m", "metadata": {}, "source": ["# end"]}]}""", "n");
        var seen = new Progress();

        var run = await NotebookRunner.RunAsync(notebook, new() { WorkingDirectory = folder.Path }, seen, TestContext.Current.CancellationToken);
        string file = Path.Combine(folder.Path, "ran.ipynb");
        notebook.Save(file);
        var check = await ToolRun.OfAsync("/usr/bin/python3", ["-c", "import sys, nbformat; nbformat.validate(nbformat.read(sys.argv[1], as_version=4))", file], folder.Path);

        Assert.Null(run.Failure);
        Assert.True(check.ExitCode == 0, check.Error);
        Assert.Equal([new(0, 5), new(1, 5), new(2, 5), new(3, 5), new(4, 5), new(5, 5)], seen.Reports);
        Assert.Equal(["stream", "stream"], notebook.Cells[0].Outputs.Select(output => (string?)output["output_type"]));
        Assert.Equal(["error"], notebook.Cells[3].Outputs.Select(output => (string?)output["output_type"]));
    }

    private sealed class Progress : IProgress<NotebookProgress>
    {
        public List<NotebookProgress> Reports { get; } = [];

        public void Report(NotebookProgress value) => Reports.Add(value);
    }
}
