namespace DropoutLessons.Tests;

/// <summary>Skips a test whose tool is missing, with the reason; where every tool is promised, fails it instead.</summary>
internal static class RequiredTool
{
    /// <summary>Goes on when <paramref name="path"/> exists.</summary>
    /// <param name="path">file or folder the tool's package brings</param>
    /// <param name="package">Debian package to install</param>
    public static void Need(string path, string package)
    {
        bool isThere = File.Exists(path) || Directory.Exists(path);
        if (Environment.GetEnvironmentVariable("DROPOUT_LESSONS_REQUIRE_ALL") == "1")
            Assert.True(isThere, $"{path} is missing: install the Debian package {package}.");
        else
            Assert.SkipUnless(isThere, $"needs {path}: install the Debian package {package}, or run tests/run, which does.");
    }
}
