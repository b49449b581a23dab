namespace DropoutLessons.Kernel;

/// <summary>Knows the folders in which Jupyter and VS Code look for kernels.</summary>
/// <remarks>Source: jupyter_core/paths.py, jupyter_data_dir and jupyter_path.</remarks>
internal static class JupyterPaths
{
    /// <summary>The user's folder of kernels.</summary>
    public static string UserKernelFolder() => Path.Combine(UserDataFolder(), "kernels");

    /// <summary>The folder of kernels under a prefix such as /usr/local.</summary>
    public static string KernelFolderOf(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter", "kernels");

    /// <summary>Every folder that is searched, the user's first.</summary>
    public static IEnumerable<string> KernelFolders()
    {
        foreach (string folder in (Environment.GetEnvironmentVariable("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            yield return Path.Combine(folder, "kernels");
        yield return UserKernelFolder();
        if (OperatingSystem.IsWindows())
        {
            yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter", "kernels");
            yield break;
        }
        yield return KernelFolderOf("/usr/local");
        yield return KernelFolderOf("/usr");
    }

    private static string UserDataFolder()
    {
        if (Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } set)
            return set;
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsMacOS())
            return Path.Combine(home, "Library", "Jupyter");
        if (OperatingSystem.IsWindows())
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter");
        string data = Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } xdg ? xdg : Path.Combine(home, ".local", "share");
        return Path.Combine(data, "jupyter");
    }
}
