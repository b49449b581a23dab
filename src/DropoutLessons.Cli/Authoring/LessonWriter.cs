using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Authoring;

/// <summary>Puts generated files in their places, or says which of them are not what would be generated.</summary>
internal static class LessonWriter
{
    /// <summary>Lists the files of a lesson with the text that belongs in them.</summary>
    public static IEnumerable<(string File, string Text)> Files(BuiltLesson lesson, string notebooks) =>
    [
        (Path.Combine(notebooks, $"{lesson.Source.Id}.ipynb"), lesson.Learner.ToText()),
        (Path.Combine(notebooks, LessonCopy.TeacherFolder, $"{lesson.Source.Id}.ipynb"), lesson.Teacher.ToText()),
    ];

    /// <summary>True when <paramref name="file"/> holds anything else than <paramref name="text"/>.</summary>
    public static bool IsStale(string file, string text) => !File.Exists(file) || File.ReadAllText(file).ReplaceLineEndings("\n") != text;

    /// <summary>Writes a file unless it holds the text already; a notebook somebody has worked in is kept as a dated copy first.</summary>
    /// <returns>what was done, a line for the terminal; null when nothing was</returns>
    public static string? Write(string file, string text, TimeProvider time)
    {
        if (!IsStale(file, text))
            return null;
        string? kept = File.Exists(file) && !IsGenerated(file) ? SafeFile.Keep(file, time) : null;
        SafeFile.Write(file, text);
        return kept is null ? $"wrote {file}" : $"wrote {file}; what it held is in {kept}";
    }

    private static bool IsGenerated(string file)
    {
        if (Path.GetExtension(file) != ".ipynb")
            return true;
        try
        {
            return LessonStamp.IsUntouched(Notebook.Load(file));
        }
        catch (NotebookFormatException)
        {
            // Broken, but perhaps somebody's: kept rather than judged.
            return false;
        }
    }
}
