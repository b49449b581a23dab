namespace DropoutLessons.Tests;

/// <summary>Skips a test whose tool is missing, with the reason; where every tool is promised, fails it instead.</summary>
internal static class RequiredTool
{
    /// <summary>Goes on when <paramref name="path"/> exists.</summary>
    /// <param name="path">file or folder the tool's package brings</param>
    /// <param name="package">Debian package to install</param>
    public static void Need(string path, string package) => NeedPath(path, $"install the Debian package {package}");

    /// <summary>Goes on when <c>tests/front-ends/setup</c> has put a front end in its place, and returns the folder it is in.</summary>
    /// <param name="name">folder in <c>tests/front-ends</c></param>
    public static string NeedFrontEnd(string name)
    {
        string folder = TestFiles.At(".artifacts", "front-ends", name);
        NeedPath(Path.Combine(folder, ".stamp"), $"run tests/front-ends/setup {name} (Node.js 20 with npm)");
        return folder;
    }

    /// <summary>Goes on when <paramref name="path"/> has been made.</summary>
    /// <param name="path">file</param>
    /// <param name="command">what makes it, from the top of the repository</param>
    public static void NeedMade(string path, string command) => NeedPath(path, $"run {command}");

    private static void NeedPath(string path, string wayOut)
    {
        bool isThere = File.Exists(path) || Directory.Exists(path);
        if (Environment.GetEnvironmentVariable("DROPOUT_LESSONS_REQUIRE_ALL") == "1")
            Assert.True(isThere, $"{path} is missing: {wayOut}.");
        else
            Assert.SkipUnless(isThere, $"needs {path}: {wayOut}, or run tests/run, which does.");
    }
}
