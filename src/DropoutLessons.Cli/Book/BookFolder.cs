namespace DropoutLessons.Cli.Book;

/// <summary>Is a folder the book may be written to: an empty one, a new one, or that of an earlier book.</summary>
internal sealed class BookFolder
{
    /// <summary>Sign in the contents page by which a later run knows the folder as a book's.</summary>
    public const string Generator = "<meta name=\"generator\" content=\"dropout-lessons\">";

    private BookFolder(string path) => Path = path;

    /// <summary>Absolute path of the folder.</summary>
    public string Path { get; }

    /// <summary>Opens <paramref name="path"/> without writing anything yet.</summary>
    /// <exception cref="UnusableInputException">The folder holds something else, which a book would overwrite.</exception>
    public static BookFolder Open(string path)
    {
        string full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        string index = System.IO.Path.Combine(full, "index.html");
        bool isFree = !File.Exists(full) && (!Directory.Exists(full) || !Directory.EnumerateFileSystemEntries(full).Any());
        return isFree || (File.Exists(index) && File.ReadAllText(index).Contains(Generator, StringComparison.Ordinal))
            ? new(full)
            : throw new UnusableInputException($"{full} holds something that is not an earlier book, and nothing of it is overwritten. Name another folder with --book.");
    }

    /// <summary>Writes a text file, in sub-folders where <paramref name="name"/> asks for them.</summary>
    /// <returns>the file's absolute path</returns>
    public string Write(string name, string text)
    {
        string file = FileFor(name);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>Returns the absolute path of <paramref name="name"/>, its folder made.</summary>
    /// <exception cref="ArgumentException">The name leads out of the folder, where something of the learner's may lie.</exception>
    public string FileFor(string name)
    {
        string file = System.IO.Path.GetFullPath(name, Path);
        if (!file.StartsWith(Path + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new ArgumentException($"{name} leads out of the book's folder {Path}.", nameof(name));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        return file;
    }
}
