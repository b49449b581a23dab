namespace DropoutLessons.Kernel.Tests.Notebooks;

/// <summary>Checks that notebooks are read, run and written without losing anything.</summary>
public sealed class NotebookTests
{
    [Theory]
    [InlineData("{", "is broken at line 1")]
    [InlineData("[]", "its top level is not an object")]
    [InlineData("{}", "\"nbformat\" is missing")]
    [InlineData("{\"nbformat\": 3, \"worksheets\": []}", "its nbformat is 3, not 4")]
    [InlineData("{\"nbformat\": 4}", "\"cells\" is missing")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\"}]}", "cell 1 has no \"cell_type\" or \"source\"")]
    public void Parse_says_what_is_wrong_and_where(string text, string problem) =>
        Assert.Contains(problem, Assert.Throws<NotebookFormatException>(() => Notebook.Parse(text, "lesson.ipynb")).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_names_a_file_that_is_not_there() =>
        Assert.Equal("No such notebook: nowhere.ipynb.", Assert.Throws<FileNotFoundException>(() => Notebook.Load("nowhere.ipynb")).Message);

    [Fact]
    public void Save_keeps_what_it_does_not_know()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("lesson.ipynb", Text("1", ", \"custom\": {\"a\": [1, 2]}"));

        Notebook.Load(file).Save(file);

        Assert.Equal("[1,2]", Notebook.Load(file).Json["custom"]!["a"]!.ToJsonString());
        Assert.Equal([file], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_run_stops_at_the_first_failing_cell_and_names_it()
    {
        var notebook = Notebook.Parse(Text("1 / int.Parse(\\\"0\\\")", ""), "n");

        var run = await NotebookRunner.RunAsync(notebook, new(), cancellation: TestContext.Current.CancellationToken);

        Assert.StartsWith("cell 1: DivideByZeroException", run.Failure, StringComparison.Ordinal);
        Assert.Equal("error", (string?)notebook.Cells[0].Outputs[0]!["output_type"]);
    }

    [Fact]
    public async Task A_cell_tagged_raises_exception_may_fail()
    {
        var notebook = Notebook.Parse(Text("throw new System.Exception(\\\"asked for\\\");", "", "\"raises-exception\""), "n");

        Assert.Null((await NotebookRunner.RunAsync(notebook, new(), cancellation: TestContext.Current.CancellationToken)).Failure);
    }

    [Fact]
    public async Task A_cell_that_never_ends_is_stopped_at_its_limit()
    {
        var notebook = Notebook.Parse(Text("while (true) { }", ""), "n");

        var run = await NotebookRunner.RunAsync(notebook, new() { CellTimeLimit = TimeSpan.FromSeconds(3) }, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal("cell 1: TimeLimit: The cell did not finish within 3 s and was stopped.", run.Failure);
    }

    private static string Text(string source, string more, string tags = "") =>
        $$"""{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "code", "id": "a", "metadata": {"tags": [{{tags}}]}, "execution_count": null, "outputs": [], "source": "{{source}}"}]{{more}}}""";
}
