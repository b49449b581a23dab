using DropoutLessons.Cli.Book;
using DropoutLessons.Cli.Running;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Authoring;

/// <summary>Makes both copies of a lesson, runs the solved one, and holds its prose and its answers to what came out.</summary>
internal static class LessonBuilder
{
    private static readonly TimeSpan s_cellLimit = TimeSpan.FromMinutes(1);

    /// <summary>Builds one lesson; nothing is written.</summary>
    /// <param name="lesson">the source</param>
    /// <param name="notebooks">folder of the lessons; the solved copy runs in its folder of solutions</param>
    /// <param name="isAlone">whether it may use all processors; false where others are built beside it</param>
    /// <param name="cancellation">stops the run</param>
    public static async Task<BuiltLesson> BuildAsync(LessonSource lesson, string notebooks, bool isAlone, CancellationToken cancellation)
    {
        string folder = Directory.CreateDirectory(Path.Combine(notebooks, LessonCopy.TeacherFolder)).FullName;
        var (teacher, failure) = await LessonRunner.ExecuteAsync(LessonCopy.ForTeacher(lesson), folder, s_cellLimit, goesOn: true, isAlone, (_, _) => { }, cancellation);
        string[] problems = [.. failure is null ? [] : (string[])[$"{lesson.File}: {failure}"], .. lesson.Cells.Zip(lesson.Cells.Select(cell => TextOf(teacher, cell))).Select(pair => Problem(lesson, pair.First, pair.Second)).OfType<string>()];
        SavedOutputs.Store(teacher);
        return new(lesson, LessonCopy.ForLearner(lesson), teacher, problems);
    }

    private static string? Problem(LessonSource lesson, SourceCell cell, string shown) =>
        cell.Is(CellTag.Claim) && shown != bool.TrueString ? $"{lesson.File}:{cell.Line}: the claim \"{cell.Id}\" gave {(shown.Length > 0 ? shown : "nothing")} instead of True: mend the prose beside it, or the claim."
        : cell.Is(CellTag.Check) && !shown.StartsWith('✔') ? $"{lesson.File}:{cell.Line}: the solution before \"{cell.Id}\" is not accepted: {shown}"
        : null;

    private static string TextOf(Notebook notebook, SourceCell cell) =>
        notebook.Cells.FirstOrDefault(made => made.Id == cell.Id)?.Outputs
            .Select(output => OutputHtml.Text(output["data"]?["text/plain"] ?? output["evalue"])).LastOrDefault(text => text.Length > 0) ?? "";
}

/// <summary>Holds the two copies made from one source.</summary>
/// <param name="Source">what they were made from</param>
/// <param name="Learner">the copy with stubs, without outputs</param>
/// <param name="Teacher">the solved copy with its outputs in their stored form</param>
/// <param name="Problems">claims that are not true, answers that are not accepted, cells that failed; empty when all is well</param>
internal sealed record BuiltLesson(LessonSource Source, Notebook Learner, Notebook Teacher, IReadOnlyList<string> Problems);
