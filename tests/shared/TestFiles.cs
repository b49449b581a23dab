namespace DropoutLessons.Tests;

/// <summary>Finds the files of the repository that tests read.</summary>
internal static class TestFiles
{
    public static string Repository { get; } = FindRepository();

    public static string At(params string[] parts) => Path.Combine([Repository, .. parts]);

    // From where the test runs: the compiler's own paths are replaced by /_/ in a deterministic build.
    private static string FindRepository()
    {
        string? at = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at, "DropoutLessons.sln")))
            at = Path.GetDirectoryName(at);
        return at ?? throw new InvalidOperationException($"DropoutLessons.sln is not above {AppContext.BaseDirectory}.");
    }
}
