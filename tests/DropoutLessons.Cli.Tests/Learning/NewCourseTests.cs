using DropoutLessons.Cli.Learning;

namespace DropoutLessons.Cli.Tests.Learning;

/// <summary>Works in a folder that the tool has laid out, without the repository.</summary>
public sealed class NewCourseTests
{
    private static readonly string s_tool = Path.Combine(AppContext.BaseDirectory, "DropoutLessons.Cli.dll");

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public async Task A_new_course_is_listed_checked_reset_and_brought_up_to_date_under_any_culture(string culture)
    {
        using var folder = new TemporaryFolder();
        var here = new Dictionary<string, string> { ["LANG"] = $"{culture.Replace('-', '_')}.UTF-8", ["LC_ALL"] = $"{culture.Replace('-', '_')}.UTF-8" };
        Task<ToolRun> Run(params string[] arguments) => ToolRun.OfAsync("dotnet", [s_tool, .. arguments], folder.Path, here);
        string notebooks = Path.Combine(folder.Path, "my course é", "notebooks"), lesson = Path.Combine(notebooks, "01-mask.ipynb");

        var made = await Run("new", "my course é");
        Assert.True(made.ExitCode == 0, made.Error);
        Assert.Contains("Begin with notebooks/00-bench.ipynb", made.Out, StringComparison.Ordinal);
        Assert.Equal(Directory.GetFiles(TestFiles.At("notebooks"), "*.ipynb").Select(Path.GetFileName).Order(StringComparer.Ordinal), Directory.GetFiles(notebooks, "*.ipynb").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(await File.ReadAllTextAsync(TestFiles.At("notebooks", "01-mask.ipynb"), TestContext.Current.CancellationToken), await File.ReadAllTextAsync(lesson, TestContext.Current.CancellationToken));
        Assert.Contains("](notebooks/01-mask.ipynb)", await File.ReadAllTextAsync(Path.Combine(folder.Path, "my course é", "README.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await File.WriteAllTextAsync(lesson, (await File.ReadAllTextAsync(lesson, TestContext.Current.CancellationToken)).Replace("throw new NotImplementedException()", "return Array.ConvertAll(u, v => v < (float)rate)", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var seen = await Run("check", "01", "--notebooks", notebooks);
        Assert.Equal(1, seen.ExitCode);
        Assert.Contains("rate", seen.Out, StringComparison.Ordinal);

        Assert.Equal(0, (await Run("reset", "01", "--notebooks", notebooks)).ExitCode);
        Assert.Single(Directory.GetFiles(Path.Combine(notebooks, "kept")));
        File.Delete(Path.Combine(notebooks, "lib", "DropoutLessons.Core.dll"));
        Assert.Equal(0, (await Run("update", "--notebooks", notebooks)).ExitCode);
        Assert.True(File.Exists(Path.Combine(notebooks, "lib", "DropoutLessons.Core.dll")));
        Assert.Contains("01", (await Run("list", "--notebooks", notebooks)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_holds_something_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine.txt", "mine");

        string message = Assert.Throws<UnusableInputException>(() => CarriedLessons.LayOut(folder.Path)).Message;

        Assert.Contains("not empty; nothing of it is overwritten", message, StringComparison.Ordinal);
        Assert.Equal(["mine.txt"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void An_empty_folder_may_be_used()
    {
        using var folder = new TemporaryFolder();

        Assert.NotEmpty(CarriedLessons.LayOut(folder.Path));

        Assert.Empty(Directory.GetFiles(folder.Path, "*.saving", SearchOption.AllDirectories));
        Assert.True(File.Exists(Path.Combine(folder.Path, ".vscode", "settings.json")));
    }
}
