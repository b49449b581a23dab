namespace DropoutLessons.Lessons.Tests;

/// <summary>Holds the tree to its shape.</summary>
public sealed class TreeTests
{
    private const int LongestFile = 250;
    private static readonly string[] s_topLevel = ["notebooks", "src", "tests", "DropoutLessons.sln", "README.md", "LICENSE", "book"];
    private static readonly string[] s_handWritten = [".cs", ".ts", ".js", ".css", ".sh", ".py", ".props", ".targets", ".csproj", ""];

    [Fact]
    public void The_top_level_holds_what_the_layout_names_and_dotfiles() =>
        Assert.All(Directory.GetFileSystemEntries(TestFiles.Repository).Select(Path.GetFileName), name =>
            Assert.True(name!.StartsWith('.') || s_topLevel.Contains(name), $"{name} has no place at the top level"));

    [Fact]
    public void No_source_file_is_longer_than_a_reader_can_hold()
    {
        var files = Directory.EnumerateFiles(TestFiles.At("src"), "*", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(TestFiles.At("tests"), "*", SearchOption.AllDirectories))
            .Where(file => s_handWritten.Contains(Path.GetExtension(file)) && !file.Contains("node_modules", StringComparison.Ordinal));

        Assert.All(files, file => Assert.True(File.ReadLines(file).Count() <= LongestFile, $"{file} has more than {LongestFile} lines"));
    }
}
