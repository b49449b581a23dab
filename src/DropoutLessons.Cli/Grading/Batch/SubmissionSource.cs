using System.IO.Compression;

namespace DropoutLessons.Cli.Grading;

/// <summary>Names a submission that has not been read yet, so that a thousand of them take no memory.</summary>
/// <param name="Name">what reports call it</param>
/// <param name="File">the file it lies in</param>
/// <param name="Entry">its name within a zip, or null</param>
internal sealed record SubmissionSource(string Name, string File, string? Entry = null)
{
    private const int MostEntries = 20_000;

    private static readonly string[] s_notWork = ["bin", "obj", "lib", "__MACOSX", ".ipynb_checkpoints", ".git", ".vs"];

    /// <summary>Lists the submissions that <paramref name="paths"/> mean: files, all in folders and below, all in zips.</summary>
    /// <exception cref="UnusableInputException">A path is missing, a zip is broken, or a folder or zip holds nothing to grade.</exception>
    public static IReadOnlyList<SubmissionSource> Find(IEnumerable<string> paths) => [.. paths.SelectMany(Find).DistinctBy(source => (Path.GetFullPath(source.File), source.Entry))];

    /// <summary>Reads it.</summary>
    /// <exception cref="UnusableInputException">It cannot be read; the text says why.</exception>
    public Submission Read()
    {
        try
        {
            using var file = System.IO.File.OpenRead(File);
            if (Entry is null)
                return Submission.Read(Name, file);
            using var zip = new ZipArchive(file);
            using var entry = zip.GetEntry(Entry)!.Open();
            return Submission.Read(Name, entry);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new UnusableInputException($"{Name} cannot be read: {e.Message}", e);
        }
    }

    private static IEnumerable<SubmissionSource> Find(string path)
    {
        if (Directory.Exists(path))
            return InFolder(path) is { Count: > 0 } found ? found : throw new UnusableInputException($"{path} holds no notebook (.ipynb) and no C# file (.cs): nothing to grade.");
        if (!System.IO.File.Exists(path))
            throw new UnusableInputException($"No such file: {path}. Give notebooks (.ipynb), C# files (.cs), folders or zips of them.");
        return IsZip(path) ? InZip(path) : [new(path, path)];
    }

    private static List<SubmissionSource> InFolder(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => IsWork(Path.GetRelativePath(folder, file)))
            .Order(StringComparer.Ordinal)
            .SelectMany(file => IsZip(file) ? InZip(file) : [new SubmissionSource(file, file)])];

    private static SubmissionSource[] InZip(string path)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            string[] entries = [.. zip.Entries.Take(MostEntries).Select(entry => entry.FullName).Where(IsWork).Where(Submission.IsOne).Order(StringComparer.Ordinal)];
            return entries.Length > 0 ? Array.ConvertAll(entries, entry => new SubmissionSource($"{path}/{entry}", path, entry))
                : throw new UnusableInputException($"{path} holds no notebook (.ipynb) and no C# file (.cs): nothing to grade.");
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new UnusableInputException($"{path} is not a zip that can be read: {e.Message}", e);
        }
    }

    private static bool IsWork(string path) =>
        (Submission.IsOne(path) || IsZip(path)) && !path.Split('/', '\\').Any(part => s_notWork.Contains(part) || part.StartsWith('.'));

    private static bool IsZip(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
}
