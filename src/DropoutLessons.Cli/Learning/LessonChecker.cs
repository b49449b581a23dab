using System.Text.Json.Nodes;
using DropoutLessons.Cli.Authoring;
using DropoutLessons.Cli.Book;
using DropoutLessons.Cli.Running;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Learning;

/// <summary>Runs a learner's copy of a lesson and reads what its checks say.</summary>
internal static class LessonChecker
{
    /// <summary>Form in which a verdict reaches programs; see the formatter of verdicts.</summary>
    public const string VerdictMimeType = "application/vnd.dropout-lessons.verdict+json";

    private static readonly TimeSpan s_cellLimit = TimeSpan.FromSeconds(30);

    /// <summary>Checks every exercise of a lesson; the notebook on disk is not changed.</summary>
    /// <param name="lesson">the lesson</param>
    /// <param name="notebooks">folder of the lessons</param>
    /// <param name="report">told the number of cells done and the number of all</param>
    /// <param name="cancellation">stops the run</param>
    /// <exception cref="UnusableInputException">The learner's copy is missing or broken.</exception>
    public static async Task<CheckedLesson> CheckAsync(LessonSource lesson, string notebooks, Action<int, int> report, CancellationToken cancellation)
    {
        string file = LearnerNotebook.PathOf(lesson, notebooks);
        if (!File.Exists(file))
            throw new UnusableInputException($"No such notebook: {file}. Get a fresh copy with: dropout-lessons reset {lesson.Id}");
        var notebook = WithEveryCheck(LessonFiles.Load(file), lesson);
        var (executed, failure) = await LessonRunner.ExecuteAsync(notebook, notebooks, s_cellLimit, goesOn: true, report, cancellation);
        var cells = executed.Cells.Where(cell => cell.IsCode).ToArray();
        return new(lesson.Id, file, [.. LessonExercises.Of(lesson).Select(id => Read(id, cells, failure))]);
    }

    // A check cell somebody deleted is run all the same, so that a check says what it says in the notebook of anybody else.
    private static Notebook WithEveryCheck(Notebook notebook, LessonSource lesson)
    {
        var present = notebook.Cells.Where(IsCheck).Select(cell => LessonExercises.In(cell.Source)).ToHashSet();
        foreach (var check in LessonCopy.ForLearner(lesson).Cells.Where(cell => IsCheck(cell) && !present.Contains(LessonExercises.In(cell.Source))))
            notebook.Json["cells"]!.AsArray().Add(check.Json.DeepClone());
        return Notebook.Parse(notebook.ToText(), lesson.Id);
    }

    private static bool IsCheck(NotebookCell cell) => cell.IsCode && cell.Tags.Contains(CellTag.Check);

    private static CheckedExercise Read(string id, NotebookCell[] cells, string? failure)
    {
        // A lesson may show a check of something else than the learner's answer; only a check cell judges.
        int at = Array.FindLastIndex(cells, cell => IsCheck(cell) && LessonExercises.In(cell.Source) == id);
        string answer = LessonStamp.HashOf(cells.Take(at).Where(cell => cell.Tags.Contains(CellTag.Exercise)).Select(cell => cell.Source));
        if (cells[at].Outputs.Select(output => output["data"]?[VerdictMimeType]).OfType<JsonObject>().LastOrDefault() is not { } verdict)
            return new(id, ExerciseState.Wrong, $"The check could not run: {ErrorOf(cells[..(at + 1)]) ?? failure ?? "its cell gave no verdict."}", [], [], false, answer);
        bool isTry = (bool)verdict["is_try"]!;
        string state = (bool)verdict["accepted"]! ? ExerciseState.Right : isTry ? ExerciseState.Wrong : ExerciseState.Open;
        return new(id, state, (string)verdict["message"]!, Texts(verdict["faults"]), Texts(verdict["hints"]), isTry, answer);
    }

    private static string? ErrorOf(NotebookCell[] cells) => cells
        .Where(cell => !cell.Tags.Contains(CellTag.RaisesException))
        .Select(cell => (cell, Error: cell.Outputs.FirstOrDefault(output => (string?)output["output_type"] == "error")))
        .Where(entry => entry.Error is not null)
        .Select(entry => $"the cell {entry.cell.Id} fails: {OutputHtml.Text(entry.Error!["evalue"])}").FirstOrDefault();

    private static string[] Texts(JsonNode? list) => list is JsonArray array ? [.. array.Select(item => (string)item!)] : [];
}
