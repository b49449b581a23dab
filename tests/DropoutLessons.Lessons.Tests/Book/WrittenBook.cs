[assembly: AssemblyFixture(typeof(DropoutLessons.Lessons.Tests.WrittenBook))]

namespace DropoutLessons.Lessons.Tests;

/// <summary>Is the book of all lessons and their solutions as the README's first command writes it: once, at first use, for all tests that need it.</summary>
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
        // The learner's kernels and an earlier book are left alone.
        var home = new Dictionary<string, string> { ["JUPYTER_DATA_DIR"] = Path.Combine(_folder.Path, "jupyter"), ["HOME"] = _folder.Path, ["DOTNET_CLI_HOME"] = _folder.Path };
        string[] pdf = File.Exists(Browser.Chromium) ? ["--pdf"] : [];
        var run = await ToolRun.OfAsync("dotnet", [KernelHome.Tool, "--book", Folder, .. pdf], TestFiles.Repository, home);
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Printed = run.Out;
    }
}
