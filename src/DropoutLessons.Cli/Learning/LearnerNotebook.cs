using DropoutLessons.Cli.Authoring;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Learning;

/// <summary>Knows where a learner's copy of a lesson lies and what state it is in.</summary>
internal static class LearnerNotebook
{
    public static string PathOf(LessonSource lesson, string notebooks) => Path.Combine(notebooks, $"{lesson.Id}.ipynb");

    public static string SolutionOf(LessonSource lesson, string notebooks) => Path.Combine(notebooks, LessonCopy.TeacherFolder, $"{lesson.Id}.ipynb");

    /// <summary>True when somebody has changed a cell since the notebook was generated; a missing one counts as untouched, a broken one as touched.</summary>
    public static bool IsTouched(string file)
    {
        try
        {
            return File.Exists(file) && !LessonStamp.IsUntouched(Notebook.Load(file));
        }
        catch (NotebookFormatException)
        {
            return true;
        }
    }

    /// <summary>True when the notebook was generated from another version of the lesson than the one here, or is missing.</summary>
    public static bool IsOutdated(LessonSource lesson, string notebooks) =>
        !File.Exists(PathOf(lesson, notebooks)) || LessonStamp.Of(LessonFiles.Load(PathOf(lesson, notebooks))) != LessonStamp.Of(LessonCopy.ForLearner(lesson));

    /// <summary>Replaces a learner's copy by the lesson as it is now; a touched one is kept under a dated name first.</summary>
    /// <param name="lesson">the lesson</param>
    /// <param name="notebooks">folder of the lessons</param>
    /// <param name="keepsAnswers">true to carry the learner's exercise cells over into the new copy</param>
    /// <param name="time">clock for the name of the kept copy</param>
    /// <returns>path of the kept copy, or null when there was nothing to keep</returns>
    /// <exception cref="UnusableInputException">A file cannot be written; the learner's copy is then as it was.</exception>
    public static string? Renew(LessonSource lesson, string notebooks, bool keepsAnswers, TimeProvider time)
    {
        string file = PathOf(lesson, notebooks);
        var fresh = LessonCopy.ForLearner(lesson);
        string? kept = IsTouched(file) ? SafeFile.Keep(file, time) : null;
        if (keepsAnswers && kept is not null)
            CarryOver(LessonFiles.Load(file), fresh);
        SafeFile.Write(file, fresh.ToText());
        return kept;
    }

    private static NotebookCell[] Exercises(Notebook notebook) => [.. notebook.Cells.Where(cell => cell.Tags.Contains(CellTag.Exercise))];

    private static void CarryOver(Notebook old, Notebook fresh)
    {
        var (answers, stubs) = (Exercises(old), Exercises(fresh));
        // An answer belongs to the cell of its name, wherever that cell stands now; front ends that write older notebooks drop the names, and leave the order.
        foreach (var (stub, i) in stubs.Select((stub, i) => (stub, i)))
            stub.Source = (answers.FirstOrDefault(answer => answer.Id == stub.Id) ?? (answers.Length == stubs.Length && answers[i].Id.Length == 0 ? answers[i] : stub)).Source;
    }
}
