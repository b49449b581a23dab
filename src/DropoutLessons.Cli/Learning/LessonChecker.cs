using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DropoutLessons.Cli.Authoring;
using DropoutLessons.Cli.Book;
using DropoutLessons.Cli.Running;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Learning;

/// <summary>Runs a learner's copy of a lesson and reads what its checks say.</summary>
internal static partial class LessonChecker
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
        var (executed, failure) = await LessonRunner.ExecuteAsync(notebook, notebooks, s_cellLimit, goesOn: true, isAlone: true, report, cancellation);
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
        var answers = cells.Take(at).Where(cell => cell.Tags.Contains(CellTag.Exercise)).ToArray();
        string answer = LessonStamp.HashOf(answers.Select(cell => cell.Source));
        var said = cells[at].Outputs.LastOrDefault(output => output["data"]?[VerdictMimeType] is JsonObject);
        if (said?["data"]![VerdictMimeType] is not JsonObject verdict)
            return new(id, ExerciseState.Wrong, $"The check could not run: {ErrorOf(cells[..(at + 1)]) ?? failure ?? "its cell gave no verdict."}", [], [], false, answer, LineOf(answers.LastOrDefault(), null));
        bool isTry = (bool)verdict["is_try"]!;
        string state = (bool)verdict["accepted"]! ? ExerciseState.Right : isTry ? ExerciseState.Wrong : ExerciseState.Open;
        return new(id, state, (string)verdict["message"]!, Texts(verdict["faults"]), Texts(verdict["hints"]), isTry, answer, LineOf(answers.LastOrDefault(), said["data"]!["text/plain"]));
    }

    private static string? ErrorOf(NotebookCell[] cells) => cells
        .Where(cell => !cell.Tags.Contains(CellTag.RaisesException))
        .Select(cell => (cell, Error: cell.Outputs.FirstOrDefault(output => (string?)output["output_type"] == "error")))
        .Where(entry => entry.Error is not null)
        .Select(entry => $"the cell {entry.cell.Id} fails: {OutputHtml.Text(entry.Error!["evalue"])}").FirstOrDefault();

    // Where a cell does not compile its error names the place; where an answer throws, the verdict holds the learner's lines, innermost first.
    private static int? LineOf(NotebookCell? answer, JsonNode? verdict)
    {
        if (answer?.Outputs.FirstOrDefault(output => (string?)output["output_type"] == "error") is { } error)
            return Number(ErrorPlace().Match(OutputHtml.Text(error["evalue"])));
        return ThrownPlace().Matches(verdict is null ? "" : OutputHtml.Text(verdict)).Where(place => place.Groups["cell"].Value == answer?.Json["execution_count"]?.ToString()).Select(Number).FirstOrDefault();
    }

    private static int? Number(Match place) => place.Success ? int.Parse(place.Groups["line"].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^\((?<line>\d+),\d+\): error ")]
    private static partial Regex ErrorPlace();

    [GeneratedRegex(@"^\s*at .* in cell (?<cell>\d+):line (?<line>\d+)", RegexOptions.Multiline)]
    private static partial Regex ThrownPlace();

    private static string[] Texts(JsonNode? list) => list is JsonArray array ? [.. array.Select(item => (string)item!)] : [];
}
