using DropoutLessons.Cli.Authoring;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Tests.Authoring;

/// <summary>Breaks a good lesson in one place at a time and expects the rule for that place to say so.</summary>
public sealed class LintTests
{
    private const string SomeCode = "float[] many = key.Uniform(10_000);", SomeProse = "Each number lies somewhere in";
    private static readonly string s_good = File.ReadAllText(TestFiles.At("notebooks", "source", "01-mask.md"));
    private static readonly string s_manyWords = string.Concat(Enumerable.Repeat("word ", 61));

    /// <summary>Rule, what is replaced everywhere, and by what.</summary>
    public static TheoryData<string, string, string> Breaks => new()
    {
        { "title", "After this you can", "You can" },
        { "setup", "using DropoutLessons;", "using DropoutLessons;\nint a = 1;" },
        { "predict", "**Predict:**", "Guess:" },
        { "predict-first", "## Exercise\n", "## Exercise\n\n**Predict:** is this easy?\n" },
        { "graded-prediction", "Check.Prediction(", "Check.Guess(" },
        { "python", "## The same in Python", "## Elsewhere" },
        { "summary", "- The numbers belong", "The numbers belong" },
        { "link-on", "Next: [", "Then: [" },
        { "cell-id", ":id: mask\n", ":id: Mask_1\n" },
        { "cell-id", ":id: mask\n", ":id: kept\n" },
        { "tag", ":tags: [claim]", ":tags: [claims]" },
        { "exercise", "// TODO: one comparison for each number.", "// One comparison for each number." },
        { "exercise", ":id: answer-solved\n:tags: [solution]", ":id: answer-solved\n:tags: [teacher]" },
        { "exercise", "{hints}`01-mask`", "Think." },
        { "exercise", ":tags: [exercise]", ":tags: [teacher]" },
        { "determinism", SomeCode, SomeCode + "\nvar chance = new Random(1);" },
        { "helper-code", SomeCode, SomeCode + "\nclass Helper;" },
        { "cells", "+++ {\"id\": \"python\"}", Cells(20, "word") + "+++ {\"id\": \"python\"}" },
        { "words", "+++ {\"id\": \"python\"}", Cells(20, s_manyWords) + "+++ {\"id\": \"python\"}" },
        { "median-words", "+++ {\"id\": \"python\"}", Cells(40, s_manyWords) + "+++ {\"id\": \"python\"}" },
        { "cell-words", SomeProse, string.Concat(Enumerable.Repeat(s_manyWords, 3)) + SomeProse },
        { "code-lines", SomeCode, SomeCode + string.Concat(Enumerable.Range(0, 20).Select(i => $"\nint line{i} = {i};")) },
        { "median-code", "+++ {\"id\": \"python\"}", Code(20) + "+++ {\"id\": \"python\"}" },
        { "columns", SomeCode, SomeCode + " // " + new string('x', 100) },
        { "columns", "# PyTorch: p is the rate", "# PyTorch: here the number called p is the rate" },
        { "minutes", "minutes: 12", "minutes: 25" },
        { "term", SomeProse, "In jax, each number lies somewhere in" },
        { "term", SomeProse, "With drop-out, each number lies somewhere in" },
        { "number", SomeProse, "Of 26 learners 9 were wrong. Each number lies somewhere in" },
        { "claim", ":id: threshold-claim\n:tags: [claim]", ":id: threshold-claim\n:tags: [teacher]" },
        { "claim-expression", "!pair.First)", "!pair.First);" },
        { "claim-substance", "fewer.Zip(mask).All(pair => pair.Second || !pair.First)", "true" },
        { "link-on", "(02-rate.ipynb)", "(03-rescale.ipynb)" },
        { "link", "(02-rate.ipynb)", "(02-rates.ipynb)" },
        { "alt", SomeProse, "![](mask.png) Each number lies somewhere in" },
        { "alt", SomeProse, "<img src=\"mask.png\"> Each number lies somewhere in" },
        { "introduces", "introduces: [Show, Live]", "introduces: [Live]" },
        { "introduces", "introduces: [Show, Live]", "introduces: [Show, Live, Rngs]" },
        { "kernelspec", "name: .net-csharp", "name: python3" },
        { "machine-path", SomeProse, "See /home/ada/notes. Each number lies somewhere in" },
    };

    [Fact]
    public void No_lesson_breaks_a_rule()
    {
        var course = LessonSource.All(TestFiles.At("notebooks"));

        Assert.Empty(Linter.Find(course, course, TestFiles.At("notebooks")));
    }

    [Fact]
    public void The_model_breaks_no_rule() => Assert.Empty(Lint(s_good, TestFiles.At("notebooks")));

    [Theory]
    [MemberData(nameof(Breaks))]
    public void A_rule_bites(string rule, string find, string replacement)
    {
        Assert.Contains(find, s_good, StringComparison.Ordinal);

        var findings = Lint(s_good.Replace(find, replacement, StringComparison.Ordinal), TestFiles.At("notebooks"));

        Assert.Contains(findings, finding => finding.Rule == rule && finding.Message.Length > 20 && finding.Line > 0);
    }

    [Fact]
    public void Stored_outputs_of_other_code_are_stale_and_paths_in_them_are_found()
    {
        using var folder = new TemporaryFolder();
        var solution = Notebook.Load(TestFiles.At("notebooks", "solutions", "01-mask.ipynb"));
        solution.Cells.First(cell => cell.Id == "mask").Source += " ";
        solution.Cells.First(cell => cell.Id == "numbers").SetOutputs([System.Text.Json.Nodes.JsonNode.Parse("""{"output_type": "stream", "name": "stdout", "text": "/home/ada/kit"}""")!], 2);
        folder.Write("solutions/01-mask.ipynb", solution.ToText());

        var findings = Lint(s_good, folder.Path);

        Assert.Contains(findings, finding => finding.Rule == "stale-outputs" && finding.Message.Contains("\"mask\"", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Rule == "machine-path" && finding.Message.Contains("\"numbers\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rule_is_shown_to_bite() =>
        Assert.Equal(Linter.Rules.Select(rule => rule.Name).Order(), Breaks.Select(row => row.Data.Item1).Append("stale-outputs").Distinct().Order());

    private static LintFinding[] Lint(string text, string notebooks)
    {
        var lesson = SourceReader.Parse("01-mask.md", text);
        var before = SourceReader.Read(TestFiles.At("notebooks", "source", "00-bench.md"));
        return [.. Linter.Find([before, lesson, SourceReader.Parse("02-rate.md", s_good)], [lesson], notebooks)];
    }

    private static string Cells(int count, string text) => string.Concat(Enumerable.Range(0, count).Select(i => $"+++ {{\"id\": \"more-{i}\"}}\n\n{text}\n\n"));

    private static string Code(int count) => string.Concat(Enumerable.Range(0, count).Select(i =>
        $"```{{code-cell}} csharp\n:id: more-{i}\n\n{string.Join('\n', Enumerable.Range(0, 7).Select(line => $"int v{i}_{line} = 0;"))}\n```\n\n"));
}
