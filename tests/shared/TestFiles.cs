using System.Runtime.CompilerServices;

namespace DropoutLessons.Tests;

/// <summary>Finds the files of the repository that tests read.</summary>
internal static class TestFiles
{
    public static string Repository { get; } = FindRepository();

    public static string At(params string[] parts) => Path.Combine([Repository, .. parts]);

    private static string FindRepository([CallerFilePath] string here = "")
    {
        string? at = Path.GetDirectoryName(here);
        while (at is not null && !File.Exists(Path.Combine(at, "DropoutLessons.sln")))
            at = Path.GetDirectoryName(at);
        return at ?? throw new InvalidOperationException($"DropoutLessons.sln is not above {here}.");
    }
}
