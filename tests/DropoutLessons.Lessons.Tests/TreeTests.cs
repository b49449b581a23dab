namespace DropoutLessons.Lessons.Tests;

/// <summary>Holds the tree to its shape.</summary>
public sealed class TreeTests
{
    private const int LongestFile = 250;

    [Fact]
    public void The_top_level_holds_what_the_layout_names_and_dotfiles()
    {
        string[] named = ["notebooks", "src", "tests", "DropoutLessons.sln", "README.md", "LICENSE", "book"];

        Assert.All(Directory.GetFileSystemEntries(TestFiles.Repository).Select(Path.GetFileName), name =>
            Assert.True(name!.StartsWith('.') || named.Contains(name), $"{name} has no place at the top level"));
    }

    [Fact]
    public void No_source_file_is_longer_than_a_reader_can_hold()
    {
        string[] kinds = [".cs", ".ts", ".js", ".css", ".sh", ".py", ".props", ".csproj", ""];
        var files = new[] { "src", "tests" }.SelectMany(folder => Directory.EnumerateFiles(TestFiles.At(folder), "*", SearchOption.AllDirectories))
            .Where(file => kinds.Contains(Path.GetExtension(file)) && !file.Contains("node_modules", StringComparison.Ordinal));

        Assert.All(files, file => Assert.True(File.ReadLines(file).Count() <= LongestFile, $"{file} has more than {LongestFile} lines"));
    }
}
