namespace DropoutLessons.Cli.Grading;

/// <summary>Is a file that a report is going to be written to; it was checked before the work, not after.</summary>
internal sealed class ReportFile
{
    private readonly string _path;

    private ReportFile(string path) => _path = path;

    /// <summary>Makes sure that a report can be written to <paramref name="path"/>.</summary>
    /// <param name="path">the file, or null for none</param>
    /// <param name="overwrite">true to replace a file that is there</param>
    /// <exception cref="UnusableInputException">There is a file already, or no folder for it.</exception>
    public static ReportFile? At(string? path, bool overwrite)
    {
        if (path is null)
            return null;
        if (File.Exists(path) && !overwrite)
            throw new UnusableInputException($"{path} exists already. Name another file, or add --force to overwrite it.");
        return Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))) ? new(path)
            : throw new UnusableInputException($"There is no folder {Path.GetDirectoryName(Path.GetFullPath(path))} for {path}. Make it first.");
    }

    /// <summary>Writes the report; a reader finds all of it or none.</summary>
    /// <exception cref="UnusableInputException">The file cannot be written.</exception>
    public void Write(string text) => SafeFile.Write(_path, text.EndsWith('\n') ? text : text + "\n");
}
