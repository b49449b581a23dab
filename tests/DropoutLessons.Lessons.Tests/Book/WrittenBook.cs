[assembly: AssemblyFixture(typeof(DropoutLessons.Lessons.Tests.WrittenBook))]

namespace DropoutLessons.Lessons.Tests;

/// <summary>Is the book of all lessons, their solutions and the gallery, written once, at first use, for the tests that read it.</summary>
public sealed class WrittenBook : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task> _written;

    /// <summary>Writes nothing yet.</summary>
    public WrittenBook() => _written = new(WriteAsync);

    /// <summary>Comes once the book is there.</summary>
    public Task WrittenAsync => _written.Value;

    /// <summary>Folder of the notebooks as the runner executed them.</summary>
    public string Executed => Path.Combine(Folder, "executed");

    /// <summary>The book's folder.</summary>
    public string Folder => Path.Combine(_folder.Path, "the book");

    /// <summary>What the tool printed.</summary>
    public string Printed { get; private set; } = "";

    /// <summary>All pages, the contents first.</summary>
    public IReadOnlyList<string> Pages => [.. Directory.GetFiles(Folder, "*.html", SearchOption.AllDirectories).OrderBy(file => Path.GetFileName(file) != "index.html").ThenBy(file => file, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private async Task WriteAsync()
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

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.GetFiles(from, "*.ipynb"))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
