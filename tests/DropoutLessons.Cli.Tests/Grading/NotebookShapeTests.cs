namespace DropoutLessons.Cli.Tests.Grading;

/// <summary>Grades notebooks to whose cells happened what happens in every class: the right verdict, or a clear word and the way out.</summary>
public sealed class NotebookShapeTests(GradingFixture grading) : IClassFixture<GradingFixture>, IDisposable
{
    private const string Stub = "float[] dropout_forward(double seed, float[] x, double rate, double deterministic)\n{\n    throw new NotImplementedException();\n}";
    private static readonly string s_wrong = HandedInNotebook.Right.Replace("Bernoulli(1 - rate", "Bernoulli(rate", StringComparison.Ordinal);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Changes that leave a right answer right and a wrong one wrong.</summary>
    private static readonly Dictionary<string, Action<HandedInNotebook>> s_harmless = new()
    {
        ["as it is"] = _ => { },
        ["the cell that loads the kit is deleted"] = notebook => notebook.Take(notebook.IndexOfSetup()),
        ["the check is deleted"] = notebook => notebook.Take(notebook.IndexOf("check")),
        ["every other cell is deleted"] = notebook =>
        {
            var answer = notebook.Take(notebook.IndexOf("exercise"));
            notebook.Cells.Clear();
            notebook.Cells.Add(answer);
        },
        ["the answer is copied"] = notebook => notebook.Cells.Add(notebook.Cells[notebook.IndexOf("exercise")]!.DeepClone()),
        ["the stub is copied back behind it"] = notebook => notebook.Cells.Add(HandedInNotebook.Code(Stub)),
        ["the answer is split in two"] = notebook => Split(notebook, 4),
        ["the answer is split behind its head"] = notebook => Split(notebook, 1),
        ["the answer stands first"] = notebook => notebook.Cells.Insert(0, notebook.Take(notebook.IndexOf("exercise"))),
        ["the answer stands last"] = notebook => notebook.Cells.Add(notebook.Take(notebook.IndexOf("exercise"))),
        ["the cells were run in another order, with outputs"] = notebook =>
        {
            for (int i = 0; i < notebook.Cells.Count; i++)
                if ((string?)notebook.Cells[i]!["cell_type"] == "code")
                    (notebook.Cells[i]!["execution_count"], notebook.Cells[i]!["outputs"]) = (100 - i, System.Text.Json.Nodes.JsonNode.Parse("""[{"output_type": "stream", "name": "stdout", "text": "Right: accepted"}]"""));
        },
        ["the answer stands in the check's cell"] = notebook =>
        {
            string answer = Source(notebook.Take(notebook.IndexOf("exercise")));
            var check = notebook.Cells[notebook.IndexOf("check")]!;
            check["source"] = answer + "\n" + Source(check);
        },
        ["the answer stands in the cell that loads the kit"] = notebook =>
        {
            var setup = notebook.Cells[notebook.IndexOfSetup()]!;
            setup["source"] = Source(setup) + "\n" + Source(notebook.Take(notebook.IndexOf("exercise")));
        },
        ["the answer stands in a demonstration"] = notebook =>
        {
            string answer = Source(notebook.Take(notebook.IndexOf("exercise")));
            notebook.Cells.Add(HandedInNotebook.Code($"Show.Mask(new bool[8], 0.3);\n{answer}\nvar y = new MyDropout(0.3, new Rngs(1)).Forward([1f], false);"));
        },
        ["two copies of the notebook in one, the second not solved"] = notebook =>
        {
            foreach (var cell in HandedInNotebook.With(Stub).Cells)
                notebook.Cells.Add(cell!.DeepClone());
        },
        ["two copies of the notebook in one, the first not solved"] = notebook =>
        {
            int at = 0;
            foreach (var cell in HandedInNotebook.With(Stub).Cells)
                notebook.Cells.Insert(at++, cell!.DeepClone());
        },
        ["a cell before it throws"] = notebook => notebook.Cells.Insert(0, HandedInNotebook.Code("throw new Exception(\"mine\");")),
        ["a cell before it does not compile"] = notebook => notebook.Cells.Insert(0, HandedInNotebook.Code("int a = ; this is not C#")),
        ["a cell after it never ends"] = notebook => notebook.Cells.Add(HandedInNotebook.Code("while (true) { }")),
        ["cells print, display and ask"] = notebook => notebook.Cells.Insert(0, HandedInNotebook.Code("#!time\nConsole.WriteLine(\"wrong\");\ndisplay(\"right\");\nvar name = input(\"name?\") + Console.ReadLine();")),
        ["a cell of another language stands in it"] = notebook => notebook.Cells.Insert(0, HandedInNotebook.Code("#!markdown\n# float[] dropout_forward(")),
    };

    public static TheoryData<string> Harmless => [.. s_harmless.Keys];

    [Theory]
    [MemberData(nameof(Harmless))]
    public async Task A_right_answer_stays_right(string what)
    {
        var notebook = HandedInNotebook.With(HandedInNotebook.Right);
        s_harmless[what](notebook);

        var report = (await grading.GradeAsync(notebook.Save(_folder))).Report;

        Assert.True(report.Accepted, report.Message);
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public async Task A_wrong_answer_stays_wrong_and_named(string what)
    {
        var notebook = HandedInNotebook.With(s_wrong);
        s_harmless[what](notebook);

        var report = (await grading.GradeAsync(notebook.Save(_folder))).Report;

        Assert.Equal(("wrong", "sampled-with-rate"), (report.Class, string.Join(' ', report.Faults)));
    }

    [Theory]
    [InlineData("deleted", "No function named dropout_forward or DropoutForward was found. Write float[] dropout_forward(double seed")]
    [InlineData("in a cell of text", "is a cell of text. Change it to a code cell.")]
    [InlineData("renamed", "has one named DropoutFoward. Rename it to dropout_forward.")]
    [InlineData("with a parameter missing", "has another signature than the exercise's. Write float[] dropout_forward(double seed")]
    [InlineData("private to a class", "is private to its class")]
    [InlineData("twice in one cell", "Delete one of the two.")]
    [InlineData("Python", "is Python. This exercise is answered in C#")]
    [InlineData("with half of it missing", "does not compile")]
    public async Task What_cannot_be_graded_is_named_with_the_way_out(string answer, string words)
    {
        string code = HandedInNotebook.Right;
        var notebook = HandedInNotebook.With(answer switch
        {
            "renamed" => code.Replace("dropout_forward", "DropoutFoward", StringComparison.Ordinal),
            "with a parameter missing" => code.Replace(", double deterministic", "", StringComparison.Ordinal).Replace("deterministic >= 0.5 || ", "", StringComparison.Ordinal),
            "private to a class" => $"class Answer\n{{\n    static {code}\n}}",
            "twice in one cell" => $"{code}\n{code}",
            "Python" => "def dropout_forward(seed, x, rate, deterministic):\n    return x",
            "with half of it missing" => code[..(code.Length / 2)],
            _ => "",
        });
        if (answer == "in a cell of text")
            notebook.Cells.Add(HandedInNotebook.Cell("markdown", code));
        // The check alone would still name the function.
        notebook.Take(notebook.IndexOf("check"));

        var report = (await grading.GradeAsync(notebook.Save(_folder))).Report;

        Assert.Equal(("not-gradable", false, 0.0), (report.Class, report.Gradable, report.Score));
        Assert.Contains(words, report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_definitions_the_last_is_graded_and_the_others_are_named()
    {
        var notebook = HandedInNotebook.With(s_wrong);
        notebook.Cells.Add(HandedInNotebook.Code(HandedInNotebook.Right));

        var graded = await grading.GradeAsync(notebook.Save(_folder));

        Assert.True(graded.Report.Accepted, graded.Report.Message);
        Assert.Contains($"the one in cell {notebook.Cells.Count} was graded", graded.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_definition_that_does_not_compile_leaves_an_earlier_one_standing_and_is_named()
    {
        var notebook = HandedInNotebook.With(HandedInNotebook.Right);
        notebook.Cells.Add(HandedInNotebook.Code(HandedInNotebook.Right.Replace("return x;", "return y;", StringComparison.Ordinal)));

        var graded = await grading.GradeAsync(notebook.Save(_folder));

        Assert.True(graded.Report.Accepted, graded.Report.Message);
        Assert.Contains($"cell {notebook.Cells.Count}, line 3, column", graded.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_helper_in_a_later_cell_is_found()
    {
        string answer = HandedInNotebook.Right.Replace("new Rngs((long)seed).Dropout().Bernoulli(1 - rate, x.Length)", "Mask(seed, rate, x.Length)", StringComparison.Ordinal);
        var notebook = HandedInNotebook.With(answer);
        notebook.Cells.Add(HandedInNotebook.Code("bool[] Mask(double seed, double rate, int n) => new Rngs((long)seed).Dropout().Bernoulli(1 - rate, n);"));

        Assert.True((await grading.GradeAsync(notebook.Save(_folder))).Report.Accepted);
    }

    [Fact]
    public async Task A_notebook_may_have_any_name() =>
        Assert.True((await grading.GradeAsync(HandedInNotebook.With(HandedInNotebook.Right).Save(_folder, "Müller (2) final FINAL.ipynb"))).Report.Accepted);

    private static void Split(HandedInNotebook notebook, int line)
    {
        int at = notebook.IndexOf("exercise");
        string[] lines = Source(notebook.Cells[at]!).Split('\n');
        notebook.Cells[at]!["source"] = string.Join('\n', lines[..line]) + "\n";
        notebook.Cells.Insert(at + 1, HandedInNotebook.Code(string.Join('\n', lines[line..])));
    }

    private static string Source(System.Text.Json.Nodes.JsonNode cell) =>
        cell["source"] is System.Text.Json.Nodes.JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)cell["source"] ?? "";
}
