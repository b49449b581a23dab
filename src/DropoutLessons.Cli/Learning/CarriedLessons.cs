using DropoutLessons.Cli.Authoring;

namespace DropoutLessons.Cli.Learning;

/// <summary>Is the course that the tool carries, for learners who have no repository.</summary>
internal static class CarriedLessons
{
    /// <summary>Texts the lessons are made from.</summary>
    public static string Source => Path.Combine(Folder, LessonSource.FolderName);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "lessons");

    /// <summary>Lays out every lesson, the libraries they load, and what tells an editor how to open them.</summary>
    /// <param name="folder">folder of the course; made where it is missing</param>
    /// <returns>the lessons, in order</returns>
    /// <exception cref="UnusableInputException">The folder holds something already, or cannot be written.</exception>
    public static IReadOnlyList<LessonSource> LayOut(string folder)
    {
        RefuseFull(folder, "Name a new folder, or bring lessons up to date in the old one with \"dropout-lessons update\".");
        string notebooks = Path.Combine(folder, LessonFiles.FolderName);
        var lessons = LessonSource.In(Source);
        Make(notebooks);
        foreach (var lesson in lessons)
            SafeFile.Write(LearnerNotebook.PathOf(lesson, notebooks), LessonCopy.ForLearner(lesson).ToText());
        LayLibraries(notebooks);
        SafeFile.Write(Path.Combine(folder, "README.md"), CoursePage.Write(File.ReadAllText(Path.Combine(Folder, "contents.md"))));
        foreach (var (file, text) in CoursePage.EditorSettings)
        {
            Make(Path.GetDirectoryName(Path.Combine(folder, file))!);
            SafeFile.Write(Path.Combine(folder, file), text);
        }
        return lessons;
    }

    /// <summary>Refuses a folder that holds something.</summary>
    /// <param name="folder">folder to lay something out in; it need not be there</param>
    /// <param name="wayOut">what to do instead, a sentence</param>
    /// <exception cref="UnusableInputException">It holds something, or is a file.</exception>
    public static void RefuseFull(string folder, string wayOut)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            throw new UnusableInputException($"{folder} is there already and not empty; nothing of it is overwritten. {wayOut}");
    }

    /// <summary>Copies the libraries that lessons load from this tool to beside the lessons.</summary>
    /// <exception cref="UnusableInputException">They cannot be written: a running kernel may hold them.</exception>
    public static void LayLibraries(string notebooks)
    {
        string lib = Path.Combine(notebooks, "lib");
        Make(lib);
        foreach (string name in File.ReadLines(Path.Combine(Folder, "libraries.txt")).Where(line => line.Length > 0))
            try
            {
                File.Copy(Path.Combine(AppContext.BaseDirectory, name), Path.Combine(lib, name), overwrite: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new UnusableInputException($"Cannot write {Path.Combine(lib, name)}: {e.Message} Close the notebooks that use it, or choose a folder that can be written.", e);
            }
    }

    private static void Make(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"Cannot make the folder {folder}: {e.Message} Choose one that can be written.", e);
        }
    }
}
