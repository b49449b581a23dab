using DropoutLessons.Cli.Grading;
using Microsoft.CodeAnalysis.CSharp;

namespace DropoutLessons.Cli.Tests.Grading;

/// <summary>Grades the lessons themselves as somebody would hand them in.</summary>
public sealed class SolvedLessonTests(GradingFixture grading) : IClassFixture<GradingFixture>
{
    public static TheoryData<string> Lessons => [.. Directory.GetFiles(TestFiles.At("notebooks", "solutions"), "*.ipynb").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task A_solved_lesson_is_right_and_an_unsolved_one_is_not(string lesson)
    {
        string solved = TestFiles.At("notebooks", "solutions", lesson), stub = TestFiles.At("notebooks", lesson);

        Assert.All(await grading.GradeAllAsync(solved), graded => Assert.True(graded.Report.Accepted, $"{graded.Report.File}: {graded.Report.Message}"));
        Assert.All(await grading.GradeAllAsync(stub), graded => Assert.False(graded.Report.Accepted, graded.Report.File));
    }

    [Fact]
    public async Task A_notebook_that_answers_two_exercises_is_graded_for_each()
    {
        using var folder = new TemporaryFolder();
        var notebook = HandedInNotebook.With(HandedInNotebook.Right);
        notebook.Cells.Add(HandedInNotebook.Code("bool[] Mask(float[] u, double rate) => throw new NotImplementedException();\nCheck.Answer(\"01-mask\", Mask)"));

        var graded = await grading.GradeAllAsync(notebook.Save(folder, "both.ipynb"));

        Assert.Equal(["15-dropout-forward", "01-mask"], graded.Select(result => result.Exercise));
        Assert.EndsWith("both.ipynb#01-mask", graded[1].Report.File, StringComparison.Ordinal);
        Assert.Equal(["same-bits", "not-solved"], graded.Select(result => result.Report.Class));
    }

    [Fact]
    public void Whose_functions_could_answer_several_exercises_must_say_which()
    {
        var submission = new Submission("two.cs", [new("two.cs", "bool[] Mask(float[] u, double rate) => null; double KeepProb(string api, double number) => 1 - number;")]) { Hash = "" };

        Assert.Contains("Say which with --exercise", Assert.Throws<UnusableInputException>(() => ExerciseFinder.Of(submission)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("float[] x, double rate, int layers")]
    [InlineData("System.Single[]? x, Double rate, System.Int32 layers")]
    public void Types_are_the_same_however_they_are_spelled(string parameters)
    {
        var root = SyntaxFactory.ParseCompilationUnit($"int F({parameters}) => 1;", options: CellText.Script);

        var declaration = Assert.Single(AnswerDeclaration.In(root));

        Assert.Equal(["float[]", "double", "int"], declaration.ParameterTypes!);
    }
}
