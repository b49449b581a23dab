using System.Text.Json;
using System.Text.RegularExpressions;

namespace DropoutLessons.Cli.Tests.Commands;

/// <summary>Runs the tool as a process, with the input people get wrong.</summary>
public sealed partial class CommandLineTests : IDisposable
{
    private static readonly string s_tool = Path.Combine(AppContext.BaseDirectory, "DropoutLessons.Cli.dll");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("run nowhere.ipynb", "nowhere.ipynb")]
    [InlineData("run torn.ipynb", "torn.ipynb is broken at line 2")]
    [InlineData("run --notebooks nowhere", "No such folder: nowhere")]
    [InlineData("run --timeout 0", "--timeout must be above 0")]
    [InlineData("grade nowhere.cs", "nowhere.cs")]
    [InlineData("grade torn.ipynb", "torn.ipynb is broken at line 2")]
    [InlineData("grade notes.txt", "notes.txt")]
    [InlineData("parity nowhere.jsonl", "nowhere.jsonl")]
    [InlineData("parity torn.jsonl", "torn.jsonl")]
    [InlineData("parity empty", "empty")]
    [InlineData("kernel start nowhere.json", "nowhere.json")]
    [InlineData("no-such-command", "no-such-command")]
    public async Task Unusable_input_ends_with_2_a_sentence_and_nothing_written(string arguments, string words)
    {
        _folder.Write("torn.ipynb", "{\n  \"nbformat\": 4, \"cells\": [");
        _folder.Write("torn.jsonl", "{\"op\": \"key\"");
        _folder.Write("notes.txt", "notes");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "empty"));
        string[] before = Everything();

        var run = await RunAsync(arguments.Split(' '));

        Assert.True(run.ExitCode == 2, $"ended with {run.ExitCode}\n{run.Out}\n{run.Error}");
        // A submission that is there but cannot be graded is a report like any other; everything else is a complaint.
        string said = arguments.StartsWith("grade", StringComparison.Ordinal) && !arguments.Contains("nowhere", StringComparison.Ordinal) ? run.Out : run.Error;
        Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Out + run.Error, StringComparison.Ordinal);
        Assert.Equal(before, Everything());
    }

    [Fact]
    public async Task A_lesson_whose_cell_fails_is_named_with_the_cell_and_the_book_is_written()
    {
        _folder.Write("fails.ipynb", """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "code", "id": "a", "metadata": {}, "execution_count": null, "outputs": [], "source": "int a = b;"}]}""");
        string before = File.ReadAllText(Path.Combine(_folder.Path, "fails.ipynb"));

        var run = await RunAsync("run", "fails.ipynb", "--no-kernel");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("cell 1: CompilationError: (1,9): error CS0103", run.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder.Path, "book", "index.html")));
        Assert.Equal(before, File.ReadAllText(Path.Combine(_folder.Path, "fails.ipynb")));
    }

    [Fact]
    public async Task A_changed_digit_is_reported_with_the_rows_id()
    {
        string source = File.ReadAllText(Directory.GetFiles(TestFiles.At("tests", "golden", "jax-0.10.0_flax-0.12.7"), "dropout_forward.jsonl").Single());
        string row = source.Split('\n').First(line => FirstDigit().IsMatch(line));
        _folder.Write("golden/dropout_forward.jsonl", FirstDigit().Replace(row, match => match.Value == "7" ? "8" : "7", 1) + "\n");
        File.Copy(TestFiles.At("tests", "golden", "jax-0.10.0_flax-0.12.7", "meta.json"), Path.Combine(_folder.Path, "golden", "meta.json"));

        var run = await RunAsync("parity", "golden");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"dropout_forward.jsonl:1: {JsonDocument.Parse(row).RootElement.GetProperty("id").GetString()} ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_nobody_knows_is_no_match()
    {
        _folder.Write("golden/other.jsonl", """{"id": "x-1", "op": "layer_norm", "in": {}, "out": {}}""" + "\n");
        File.Copy(TestFiles.At("tests", "golden", "jax-0.10.0_flax-0.12.7", "meta.json"), Path.Combine(_folder.Path, "golden", "meta.json"));

        var run = await RunAsync("parity", "golden");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("layer_norm", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parity_as_JSON_counts_what_the_text_counts()
    {
        var run = await RunAsync("parity", TestFiles.At("tests", "golden"), "--skip", "training", "--format", "json");

        using var report = JsonDocument.Parse(run.Out);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("dropout-lessons/parity/1", report.RootElement.GetProperty("schema").GetString());
        Assert.Equal(0, report.RootElement.GetProperty("different").GetInt32());
        Assert.True(report.RootElement.GetProperty("same").GetInt32() > 1000);
    }

    [Fact]
    public async Task Help_shows_examples_and_exit_codes()
    {
        var run = await RunAsync("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Exit codes: 0 done and right; 1", run.Out, StringComparison.Ordinal);
        Assert.Contains("dropout-lessons grade notebooks/15-dropout-forward.ipynb", run.Out, StringComparison.Ordinal);
    }

    private string[] Everything() => [.. Directory.GetFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private Task<ToolRun> RunAsync(params string[] arguments) => ToolRun.OfAsync("dotnet", [s_tool, .. arguments], _folder.Path,
        new Dictionary<string, string> { ["HOME"] = _folder.Path, ["JUPYTER_DATA_DIR"] = Path.Combine(_folder.Path, "jupyter") });

    // The last digit of the first number of an output.
    [GeneratedRegex("(?<=\"out\":.*\"hex\":\"[0-9a-f]{7})[0-9a-f]")]
    private static partial Regex FirstDigit();
}
