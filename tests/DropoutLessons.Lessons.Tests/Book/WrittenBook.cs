namespace DropoutLessons.Lessons.Tests;

/// <summary>Is the book of all lessons, their solutions and the gallery, written once for the tests that read it.</summary>
public sealed class WrittenBook : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The book's folder.</summary>
    public string Folder => Path.Combine(_folder.Path, "the book");

    /// <summary>What the tool printed.</summary>
    public string Printed { get; private set; } = "";

    /// <summary>All pages, the contents first.</summary>
    public IReadOnlyList<string> Pages => [.. Directory.GetFiles(Folder, "*.html", SearchOption.AllDirectories).OrderBy(file => Path.GetFileName(file) != "index.html").ThenBy(file => file, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        string notebooks = Path.Combine(_folder.Path, "notebooks");
        Copy(TestFiles.At("notebooks"), notebooks);
        Copy(TestFiles.At("notebooks", "solutions"), Path.Combine(notebooks, "solutions"));
        Copy(TestFiles.At("tests", "gallery"), Path.Combine(notebooks, "gallery"));
        foreach (string lib in new[] { notebooks, Path.Combine(notebooks, "gallery") })
            Directory.CreateSymbolicLink(Path.Combine(lib, "lib"), TestFiles.At("notebooks", "lib"));

        string[] pdf = File.Exists(Browser.Chromium) ? ["--pdf"] : [];
        var run = await ToolRun.OfAsync("dotnet", [KernelHome.Tool, "run", "--notebooks", notebooks, "--book", Folder, "--no-kernel", .. pdf], _folder.Path);
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Printed = run.Out;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.GetFiles(from, "*.ipynb"))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
