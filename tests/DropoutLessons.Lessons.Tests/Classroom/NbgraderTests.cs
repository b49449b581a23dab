using System.Text.Json;
using DropoutLessons.Kernel;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Hands in the assignment for nbgrader and grades it on our kernel by nbgrader's documented rules; nbgrader itself is in no registry that is reachable here.</summary>
public sealed class NbgraderTests(KernelHome home) : IClassFixture<KernelHome>
{
    private const string Lesson = "15-dropout-forward.ipynb";

    private static readonly string s_right = File.ReadAllText(TestFiles.At("tests", "submissions", "right", "loop.cs"));

    [Fact]
    public async Task Points_are_given_for_what_grade_accepts_and_for_nothing_else()
    {
        RequiredTool.Need("/usr/lib/python3/dist-packages/nbclient", "python3-nbclient");
        string folder = await LayOutAsync("course", "15");
        string source = Path.Combine(folder, "source", "dropout", Lesson);
        var cases = new (string Name, double Points, Action<Notebook> Work)[]
        {
            ("right", 1, lesson => Answer(lesson, s_right)),
            ("wrong", 0, lesson => Answer(lesson, Submission("wrong", "not-rescaled.cs"))),
            ("stub", 0, _ => { }),
            ("broken", 0, lesson => Answer(lesson, Submission("unusable", "does-not-compile.cs"))),
            ("answer-deleted", 0, lesson => lesson.Json["cells"]!.AsArray().Remove(Cell(lesson, "answer").Json)),
            ("check-deleted", 0, lesson => lesson.Json["cells"]!.AsArray().Remove(Cell(lesson, "check").Json)),
            ("check-rewritten", 0, lesson => Cell(lesson, "check").Source = "1.0"),
            ("check-of-their-own", 0, lesson => Answer(lesson, """
                static class Check { public static Forged Answer(string id, object answer) => new(); public static Forged Prediction(string id, object answer) => new(); }
                class Forged { public bool Accepted => true; public string Message => "Right."; }
                float[] dropout_forward(double seed, float[] x, double rate, double deterministic) => x;
                """)),
            ("prints-a-verdict", 0, lesson => Answer(lesson, Submission("hostile", "prints-a-verdict.cs"))),
            ("kit-missing", 0, lesson => { Answer(lesson, s_right); Cell(lesson, "setup").Source = "using DropoutLessons;"; }),
            ("ends-the-kernel", 0, lesson => Answer(lesson, Submission("hostile", "exits-with-0.cs"))),
        };
        var files = cases.Select(one => HandIn(source, one.Name, one.Work)).ToArray();

        var run = await ToolRun.OfAsync("/usr/bin/python3", [TestFiles.At("tests", "DropoutLessons.Lessons.Tests", "Classroom", "nbgrader_rule.py"), source, .. files], folder, home.Environment);
        Assert.True(run.ExitCode == 0, run.Error);
        var reports = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        var graded = await ToolRun.OfAsync("dotnet", [KernelHome.Tool, "grade", .. files, "--exercise", "15-dropout-forward", "--format", "json", "--timeout", "60"], folder);
        bool[] accepted = [.. JsonDocument.Parse(graded.Out).RootElement.EnumerateArray().Select(report => report.GetProperty("accepted").GetBoolean())];

        for (int i = 0; i < cases.Length; i++)
        {
            var (name, points, _) = cases[i];
            var autograde = reports[i].GetProperty("autograde");
            // The kit is put back with its locked cell, so that answer is right after all.
            double expected = name == "kit-missing" ? 1 : points;
            Assert.True(expected == Points(autograde), $"{name}: {reports[i]}");
            Assert.True((Points(autograde) == 1) == accepted[i], $"{name}: nbgrader {autograde}, grade {accepted[i]}");
            if (name is not ("check-rewritten" or "check-deleted"))
                Assert.True(points == Points(reports[i].GetProperty("validate")), $"{name}: {reports[i]}");
        }
    }

    [Fact]
    public async Task Every_lesson_is_an_assignment_whose_checks_are_locked_worth_a_point_and_throw()
    {
        string folder = await LayOutAsync("all");
        string assignment = Path.Combine(folder, "source", "dropout");
        string[] lessons = [.. Directory.GetFiles(assignment, "*.ipynb").Order(StringComparer.Ordinal)];

        Assert.Equal(Directory.GetFiles(TestFiles.At("notebooks"), "*.ipynb").Length, lessons.Length);
        Assert.Contains("c.ClearSolutions.enabled = False", File.ReadAllText(Path.Combine(folder, "nbgrader_config.py")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(assignment, "lib", "DropoutLessons.Grading.dll")));
        foreach (string lesson in lessons)
        {
            var cells = Notebook.Load(lesson).Cells;
            var checks = cells.Where(cell => cell.Tags.Contains("check")).ToArray();
            Assert.NotEmpty(checks);
            Assert.All(checks, check =>
            {
                Assert.Equal((true, false, true, 1), (Is(check, "grade"), Is(check, "solution"), Is(check, "locked"), (int)check.Metadata["nbgrader"]!["points"]!));
                Assert.Contains("if (!verdict.Accepted)\n        throw new global::System.Exception", check.Source, StringComparison.Ordinal);
                Assert.Contains("= global::DropoutLessons.Check.", check.Source, StringComparison.Ordinal);
            });
            Assert.All(cells.Where(cell => cell.Tags.Contains("exercise")), stub => Assert.Equal((false, true, false), (Is(stub, "grade"), Is(stub, "solution"), Is(stub, "locked"))));
            Assert.True(Is(cells.First(cell => cell.IsCode), "locked"));
            string[] ids = [.. cells.Select(cell => (string?)cell.Metadata["nbgrader"]?["grade_id"]).OfType<string>()];
            Assert.Equal(ids.Distinct(), ids);
        }
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("course/mine", "mine");

        var run = await ToolRun.OfAsync("dotnet", [KernelHome.Tool, "author", "nbgrader", "course"], folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Name a new folder", run.Error, StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFileSystemEntries(Path.GetDirectoryName(file)!));
    }

    private async Task<string> LayOutAsync(string name, params string[] lessons)
    {
        string folder = Path.Combine(home.Folder, name);
        var run = await ToolRun.OfAsync("dotnet", [KernelHome.Tool, "author", "nbgrader", folder, .. lessons], home.Folder);
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        return folder;
    }

    // Beside the libraries, as nbgrader copies an assignment's folder.
    private static string HandIn(string source, string name, Action<Notebook> work)
    {
        var lesson = Notebook.Load(source);
        work(lesson);
        string file = Path.Combine(Path.GetDirectoryName(source)!, $"{name}.ipynb");
        lesson.Save(file);
        return file;
    }

    // A submission that failed as a whole has no grades at all.
    private static double Points(JsonElement grades) =>
        grades.ValueKind is JsonValueKind.Object && grades.TryGetProperty("check", out var points) ? points.GetDouble() : 0;

    private static NotebookCell Cell(Notebook lesson, string id) => lesson.Cells.Single(cell => cell.Id == id);

    private static void Answer(Notebook lesson, string code) => Cell(lesson, "answer").Source = code;

    private static bool Is(NotebookCell cell, string fact) => (bool)cell.Metadata["nbgrader"]![fact]!;

    private static string Submission(string kind, string file) => File.ReadAllText(TestFiles.At("tests", "submissions", kind, file));
}
