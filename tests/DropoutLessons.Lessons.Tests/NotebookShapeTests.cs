using DropoutLessons.Cli.Authoring;
using DropoutLessons.Kernel;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Holds every lesson's notebooks to the shape front ends and graders rely on.</summary>
public sealed class NotebookShapeTests
{
    public static TheoryData<string> Lessons => [.. Files("notebooks")];

    public static TheoryData<string> Solutions => [.. Files("notebooks/solutions")];

    public static TheoryData<string> All => [.. Files("notebooks").Concat(Files("notebooks/solutions"))];

    [Theory]
    [MemberData(nameof(All))]
    public void A_lesson_asks_for_the_kernel_by_the_name_front_ends_know(string file)
    {
        var notebook = Notebook.Load(TestFiles.At(file));

        Assert.Equal((4, 5), ((int)notebook.Json["nbformat"]!, (int)notebook.Json["nbformat_minor"]!));
        var spec = notebook.Json["metadata"]!["kernelspec"]!;
        Assert.Equal((".net-csharp", "C#", ".NET (C#)"), ((string)spec["name"]!, (string)spec["language"]!, (string)spec["display_name"]!));
        Assert.Equal("C#", (string)notebook.Json["metadata"]!["language_info"]!["name"]!);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_solution_is_the_lesson_with_answers_in_place_of_stubs(string file)
    {
        string[] teachersOnly = [CellTag.Solution, CellTag.Claim, CellTag.Teacher];
        var lesson = Notebook.Load(TestFiles.At(file)).Cells.Where(cell => !cell.Tags.Contains(CellTag.Exercise)).ToArray();
        var solution = Notebook.Load(TestFiles.At(file.Replace("notebooks/", "notebooks/solutions/", StringComparison.Ordinal))).Cells.Where(cell => !cell.Tags.Any(teachersOnly.Contains)).ToArray();

        Assert.Equal(lesson.Select(cell => cell.Id), solution.Select(cell => cell.Id));
        Assert.Equal(lesson.Select(cell => cell.Source), solution.Select(cell => cell.Source.Replace("\"../lib/", "\"lib/", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_learners_copy_is_as_generated_and_stored_without_outputs_which_would_answer_its_predictions(string file)
    {
        var notebook = Notebook.Load(TestFiles.At(file));

        Assert.True(LessonStamp.IsUntouched(notebook));
        Assert.All(notebook.Cells.Where(cell => cell.IsCode), cell => Assert.True(cell.Outputs.Count == 0 && cell.ExecutionCount is null));
        Assert.DoesNotContain(notebook.Cells, cell => cell.Tags.Contains(CellTag.Solution) || cell.Tags.Contains(CellTag.Claim) || cell.Tags.Contains(CellTag.Teacher));
    }

    [Theory]
    [MemberData(nameof(Solutions))]
    public void A_solutions_outputs_were_made_by_the_code_it_holds_and_run_no_script(string file)
    {
        var notebook = Notebook.Load(TestFiles.At(file));

        Assert.Empty(SavedOutputs.Stale(notebook));
        Assert.Contains(notebook.Cells, cell => cell.Outputs.Count > 0);
        Assert.DoesNotContain("<script", notebook.ToText(), StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(TestFiles.At(folder), "*.ipynb").Select(file => $"{folder}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal);
}
