using DropoutLessons.Kernel;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Holds every lesson to the shape front ends and graders rely on.</summary>
public sealed class NotebookShapeTests
{
    public static TheoryData<string> Lessons => [.. Files("notebooks")];

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
    public void A_lesson_has_an_exercise_with_something_to_do_a_check_and_a_hint(string file)
    {
        var cells = Notebook.Load(TestFiles.At(file)).Cells;

        Assert.Contains(cells, cell => cell.Tags.Contains("exercise") && cell.Source.Contains("// TODO", StringComparison.Ordinal));
        Assert.Contains(cells, cell => cell.Tags.Contains("check"));
        Assert.Contains(cells, cell => cell.Tags.Contains("hint") && cell.Source.Length > 80);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_solution_differs_from_its_lesson_in_the_exercise_alone(string file)
    {
        var lesson = Notebook.Load(TestFiles.At(file)).Cells;
        var solution = Notebook.Load(TestFiles.At(file.Replace("notebooks/", "notebooks/solutions/", StringComparison.Ordinal))).Cells;

        Assert.Equal(lesson.Select(cell => cell.Id), solution.Select(cell => cell.Id));
        foreach (var (before, after) in lesson.Zip(solution).Where(pair => !pair.First.Tags.Contains("exercise")))
            Assert.Equal(before.Source, after.Source.Replace("\"../lib/", "\"lib/", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_lesson_is_stored_without_outputs_or_counts(string file) =>
        Assert.All(Notebook.Load(TestFiles.At(file)).Cells.Where(cell => cell.IsCode), cell =>
        {
            Assert.Empty(cell.Outputs);
            Assert.Null(cell.ExecutionCount);
        });

    private static IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(TestFiles.At(folder), "*.ipynb").Select(file => $"{folder}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal);
}
