namespace DropoutLessons.Cli;

/// <summary>Writes files so that a reader finds the old one or the new one, never half of it, and keeps copies of what is a learner's.</summary>
internal static class SafeFile
{
    /// <summary>Name of the folder, beside a learner's notebook, that holds dated copies.</summary>
    public const string KeptFolder = "kept";

    /// <summary>Writes <paramref name="text"/>.</summary>
    /// <exception cref="UnusableInputException">The folder cannot be written or the disk is full; the old file is then still there.</exception>
    public static void Write(string file, string text)
    {
        string full = Path.GetFullPath(file);
        // A name of its own, so that two processes never write into one file.
        string beside = $"{full}.{Environment.ProcessId}-{Guid.NewGuid():N}.saving";
        try
        {
            File.WriteAllText(beside, text);
            File.Move(beside, full, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(beside);
            throw new UnusableInputException($"Cannot write {file}: {e.Message} The file is as it was; make room or choose a folder that can be written.", e);
        }
    }

    /// <summary>Copies <paramref name="file"/> into the folder <see cref="KeptFolder"/> beside it, under its name and the time.</summary>
    /// <returns>path of the copy</returns>
    /// <exception cref="UnusableInputException">The copy cannot be made.</exception>
    public static string Keep(string file, TimeProvider time)
    {
        string folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, KeptFolder);
        string stamp = time.GetLocalNow().ToString("yyyy-MM-dd HH.mm.ss", System.Globalization.CultureInfo.InvariantCulture);
        string name = $"{Path.GetFileNameWithoutExtension(file)} {stamp}", extension = Path.GetExtension(file);
        try
        {
            Directory.CreateDirectory(folder);
            for (int i = 1; ; i++)
            {
                string copy = Path.Combine(folder, $"{name}{(i == 1 ? "" : $" ({i})")}{extension}");
                if (File.Exists(copy))
                    continue;
                File.Copy(file, copy);
                return copy;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"Cannot keep a copy of {file} in {folder}: {e.Message} Nothing was changed.", e);
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A read-only folder holds no half-written file either.
        }
    }
}
