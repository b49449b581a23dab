using System.Text.Json.Nodes;

namespace DropoutLessons.Cli.Tests.Learning;

/// <summary>Goes a learner's way through a lesson on the command line.</summary>
public sealed class LearnerCommandsTests : IDisposable
{
    private readonly Course _course = new();

    public void Dispose() => _course.Dispose();

    [Fact]
    public async Task From_the_stub_over_a_wrong_answer_and_a_hint_to_done()
    {
        var stub = await _course.RunAsync("check");
        Assert.Equal(1, stub.ExitCode);
        Assert.Contains("○ 01-mask: Not solved yet", stub.Out, StringComparison.Ordinal);

        _course.Answer("kept", "int? kept = 4;");
        _course.Answer("threshold", "bool? comesBack = false;");
        _course.AnswerMask("v < rate");
        var wrong = JsonNode.Parse((await _course.RunAsync("check", "1", "--format", "json")).Out)!;
        Assert.Equal(["sampled-with-rate", "right", "sampled-with-rate"], wrong["exercises"]!.AsArray().Select(exercise => (string?)exercise!["faults"]!.AsArray().FirstOrDefault() ?? (string)exercise["state"]!));
        // The same answer once more is the same try.
        await _course.RunAsync("check", "01-mask");
        var listed = JsonNode.Parse((await _course.RunAsync("list", "--format", "json")).Out)!;
        Assert.Equal("01-mask", (string?)listed["next"]);
        Assert.Equal(1, (int)listed["lessons"]![0]!["exercises"]!.AsArray().Single(exercise => (string)exercise!["id"]! == "01-mask")!["tries"]!);

        _course.Answer("kept", "int? kept = 7;");
        await _course.RunAsync("check");
        Assert.Contains("01-mask, hint 1 of 4: Try rate 0", (await _course.RunAsync("hint")).Out, StringComparison.Ordinal);
        Assert.Contains("01-mask, hint 2 of 4: A mask holds", (await _course.RunAsync("hint")).Out, StringComparison.Ordinal);

        _course.AnswerMask("v < 1 - rate");
        var right = await _course.RunAsync("check");
        Assert.Equal(0, right.ExitCode);
        Assert.Contains("✔ 01-mask: Right", right.Out, StringComparison.Ordinal);
        Assert.Contains(Path.Combine("solutions", "01-mask.ipynb"), right.Out, StringComparison.Ordinal);
        Assert.Contains("3 of 3 exercises right. Every lesson is done.", (await _course.RunAsync("list")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_line_is_named_where_an_answer_does_not_compile_or_throws_whatever_the_ids_of_the_cells()
    {
        _course.Answer("answer", "// mine\nbool[] Mask(float[] u, double rate) =>\n    u.Selec(v => v < rate).ToArray();");
        Assert.Equal([null, null, 3], await LinesAsync());
        _course.Answer("answer", "// mine\nbool[] Mask(float[] u, double rate)\n{\n    return [u[u.Length] < rate];\n}");
        _course.RenameCells();
        Assert.Equal([null, null, 4], await LinesAsync());

        async Task<int?[]> LinesAsync() =>
            [.. JsonNode.Parse((await _course.RunAsync("check", "1", "--format", "json")).Out)!["exercises"]!.AsArray().Select(exercise => (int?)exercise!["line"])];
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_is_named_and_a_deleted_check_is_run_all_the_same()
    {
        _course.Answer("answer", "bool[] Mask(float[] u, double rate) => u < rate;");
        _course.Answer("kept-check", "// deleted");
        _course.Answer("kept", "int? kept = 1;");

        var run = await _course.RunAsync("check");

        Assert.Contains("✘ 01-kept: Not what happens", run.Out, StringComparison.Ordinal);
        Assert.Matches("✘ 01-mask: The check could not run: the cell answer fails: .*CS0019", run.Out);
    }

    [Theory]
    [InlineData("check", "nothing")]
    [InlineData("hint", "99")]
    [InlineData("reset", "nothing")]
    [InlineData("lint", "nothing")]
    public async Task A_lesson_nobody_knows_is_refused_with_those_there_are(string command, string lesson)
    {
        var run = await _course.RunAsync(command, lesson);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"No lesson is called \"{lesson}\". There are: 01-mask.", run.Error, StringComparison.Ordinal);
    }
}
