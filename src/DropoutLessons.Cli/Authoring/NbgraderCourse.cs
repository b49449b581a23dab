using DropoutLessons.Cli.Learning;

namespace DropoutLessons.Cli.Authoring;

/// <summary>Lays out the lessons as a course of nbgrader's: a configuration, and one assignment with the libraries it loads.</summary>
internal static class NbgraderCourse
{
    /// <summary>Name of the assignment.</summary>
    public const string Assignment = "dropout";

    private const string Configuration = """
        c = get_config()

        c.CourseDirectory.course_id = "dropout"
        # The lessons hold no answers, and nbgrader has no stub for C# to put in their place.
        c.ClearSolutions.enabled = False
        # A check that was deleted comes back before it is graded.
        c.OverwriteCells.add_missing_cells = True
        # Seconds a cell may take.
        c.ExecutePreprocessor.timeout = 60

        """;

    /// <summary>Writes the course.</summary>
    /// <param name="folder">folder of the course; made where it is missing</param>
    /// <param name="names">lessons by name or number; none: all</param>
    /// <returns>how many points there are</returns>
    /// <exception cref="UnusableInputException">The folder holds something already or cannot be written, or a lesson is unknown.</exception>
    public static int LayOut(string folder, IReadOnlyList<string> names)
    {
        CarriedLessons.RefuseFull(folder, "Name a new folder.");
        var all = LessonSource.In(CarriedLessons.Source);
        var chosen = names.Count == 0 ? all : [.. names.Select(name => LessonSource.Find(all, name)).Distinct()];
        string assignment = Path.Combine(folder, "source", Assignment);
        // Makes the folder, too.
        CarriedLessons.LayLibraries(assignment);
        SafeFile.Write(Path.Combine(folder, "nbgrader_config.py"), Configuration.ReplaceLineEndings("\n"));
        int points = 0;
        foreach (var lesson in chosen)
        {
            var notebook = LessonCopy.ForLearner(lesson);
            points += NbgraderCell.Mark(notebook);
            SafeFile.Write(Path.Combine(assignment, $"{lesson.Id}.ipynb"), notebook.ToText());
        }
        return points;
    }
}
