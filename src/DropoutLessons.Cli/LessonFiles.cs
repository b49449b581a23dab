using DropoutLessons.Kernel;

namespace DropoutLessons.Cli;

/// <summary>Finds and reads the lessons.</summary>
internal static class LessonFiles
{
    /// <summary>Folder that is looked for, from the current one upwards, when none is named.</summary>
    public const string FolderName = "notebooks";

    /// <summary>Returns <paramref name="folder"/> or, when it is null, the nearest <c>notebooks</c> folder from the current one upwards.</summary>
    /// <exception cref="UnusableInputException">There is no such folder.</exception>
    public static string FindFolder(string? folder)
    {
        if (folder is not null)
            return Directory.Exists(folder) ? folder : throw new UnusableInputException($"No such folder: {folder}. Name the folder that holds the lessons.");
        for (var at = new DirectoryInfo(Directory.GetCurrentDirectory()); at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, FolderName)))
                return Path.Combine(at.FullName, FolderName);
        throw new UnusableInputException($"No folder \"{FolderName}\" here or above {Directory.GetCurrentDirectory()}. Change to the kit's folder or name it with --notebooks.");
    }

    /// <summary>Lists the notebooks under <paramref name="folder"/> by path, checkpoints and kept copies left out, lessons before solutions.</summary>
    /// <exception cref="UnusableInputException">There is none.</exception>
    public static IReadOnlyList<LessonFile> List(string folder)
    {
        LessonFile[] files = [.. Directory.EnumerateFiles(folder, "*.ipynb", SearchOption.AllDirectories)
            .Select(file => new LessonFile(Path.GetRelativePath(folder, file), file))
            .Where(file => !file.Name.Split(Path.DirectorySeparatorChar).Any(part => part is ".ipynb_checkpoints" or SafeFile.KeptFolder))
            .OrderBy(file => file.Name.Count(c => c == Path.DirectorySeparatorChar)).ThenBy(file => file.Name, StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw new UnusableInputException($"No notebook (.ipynb) under {folder}.");
    }

    /// <summary>Lists the notebooks named one by one, under their file names.</summary>
    /// <exception cref="UnusableInputException">Two of them have one file name, and one page would hide the other.</exception>
    public static IReadOnlyList<LessonFile> Named(IEnumerable<string> paths)
    {
        LessonFile[] files = [.. paths.Select(path => new LessonFile(Path.GetFileName(path), path))];
        return files.GroupBy(file => file.Name).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new UnusableInputException($"{string.Join(" and ", twice.Select(file => file.Path))} have one file name; run them one at a time, each with a --book of its own.")
            : files;
    }

    /// <summary>Reads a notebook.</summary>
    /// <exception cref="UnusableInputException">The file is missing or is no notebook; the message says what is wrong where.</exception>
    public static Notebook Load(string file)
    {
        try
        {
            return Notebook.Load(file);
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException(e.Message, e);
        }
    }
}

/// <summary>Is a notebook on disk.</summary>
/// <param name="Name">relative path it goes by in reports and in the book</param>
/// <param name="Path">path of the file</param>
internal sealed record LessonFile(string Name, string Path);
