using System.Text.RegularExpressions;
using DropoutLessons.Cli.Learning;

namespace DropoutLessons.Cli.Tests.Classroom;

/// <summary>Runs what the image for JupyterHub runs when it is built, and when a learner's server starts.</summary>
public sealed partial class HubImageTests
{
    private static readonly string s_recipe = TestFiles.At("src", "classroom", "jupyterhub");
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void What_the_image_copies_is_there()
    {
        string recipe = File.ReadAllText(Path.Combine(s_recipe, "Dockerfile"));

        string[] copied = [.. Copy().Matches(recipe).SelectMany(line => line.Groups[1].Value.Split(' '))];
        Assert.Equal(["src/classroom/jupyterhub/install", "src/classroom/jupyterhub/start-learner"], copied);
        Assert.All(copied, file => Assert.True(File.Exists(TestFiles.At(file.Split('/'))), file));
        Assert.True(File.Exists(TestFiles.At(Published().Match(recipe).Groups[1].Value.Split('/').Append("DropoutLessons.Cli.csproj").ToArray())));
        // The last user is nobody special.
        Assert.Equal("${NB_UID}", User().Matches(recipe)[^1].Groups[1].Value);
    }

    [Fact]
    public async Task The_image_has_lessons_kernel_and_hook_where_they_are_looked_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "An image is Linux.");
        using var folder = new TemporaryFolder();
        string prefix = Path.Combine(folder.Path, "image");

        var run = await ToolRun.OfAsync("/bin/bash", [Path.Combine(s_recipe, "install"), AppContext.BaseDirectory, prefix], folder.Path);

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.Contains("The kernel answers.", run.Out, StringComparison.Ordinal);
        string spec = await File.ReadAllTextAsync(Path.Combine(prefix, "share", "jupyter", "kernels", ".net-csharp", "kernel.json"), Cancel);
        Assert.Contains(Path.Combine(prefix, "dropout-lessons", "tool", "DropoutLessons.Cli.dll"), spec, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(prefix, "dropout-lessons", "course", "notebooks", "lib", "DropoutLessons.Core.dll")));
        // Every user reads them, whoever built the image.
        if (OperatingSystem.IsLinux())
        {
            Assert.True(File.GetUnixFileMode(Path.Combine(prefix, "bin", "start-learner")).HasFlag(UnixFileMode.OtherExecute));
            Assert.True(File.GetUnixFileMode(Path.Combine(prefix, "dropout-lessons", "course", "notebooks", "01-mask.ipynb")).HasFlag(UnixFileMode.OtherRead));
        }
    }

    [Fact]
    public async Task An_image_without_the_tool_is_not_built()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "An image is Linux.");
        using var folder = new TemporaryFolder();

        var run = await ToolRun.OfAsync("/bin/bash", [Path.Combine(s_recipe, "install"), folder.Path, Path.Combine(folder.Path, "image")], folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("publish src/DropoutLessons.Cli there first", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Lessons_are_laid_out_at_the_first_start_and_never_touched_again()
    {
        using var home = new Home();
        string lesson = Path.Combine(home.Course, "notebooks", "01-mask.ipynb");

        var first = await home.StartAsync("echo", "server", "of ada");
        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Equal("server of ada\n", first.Out);
        Assert.Equal(CarriedLessons.LayOut(Path.Combine(home.Path, "elsewhere")).Count, Directory.GetFiles(Path.Combine(home.Course, "notebooks"), "*.ipynb").Length);

        await File.WriteAllTextAsync(lesson, "mine", Cancel);
        File.Delete(Path.Combine(home.Course, "notebooks", "02-rate.ipynb"));
        var second = await home.StartAsync("echo", "again");

        Assert.Equal("again\n", second.Out);
        Assert.Equal("mine", await File.ReadAllTextAsync(lesson, Cancel));
        Assert.False(File.Exists(Path.Combine(home.Course, "notebooks", "02-rate.ipynb")), "what a learner threw away came back");
        Assert.Empty(Directory.GetFileSystemEntries(home.Path, ".dropout.*"));
    }

    [Fact]
    public async Task Two_starts_at_once_leave_one_whole_course()
    {
        using var home = new Home();

        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => home.StartAsync("true")));

        Assert.All(runs, run => Assert.True(run.ExitCode == 0, run.Error));
        Assert.True(File.Exists(Path.Combine(home.Course, "notebooks", "18-network.ipynb")));
        Assert.Empty(Directory.GetFileSystemEntries(home.Course, ".dropout.*"));
        Assert.Empty(Directory.GetFileSystemEntries(home.Path, ".dropout.*"));
    }

    [Fact]
    public async Task A_file_in_the_way_stays_and_the_server_starts()
    {
        using var home = new Home();
        await File.WriteAllTextAsync(home.Course, "mine", Cancel);

        var run = await home.StartAsync("echo", "server");

        Assert.Equal("server\n", run.Out);
        Assert.Equal("mine", await File.ReadAllTextAsync(home.Course, Cancel));
    }

    [Fact]
    public async Task Lessons_that_are_missing_are_said_and_the_server_starts()
    {
        using var home = new Home();
        Directory.Delete(home.Lessons, recursive: true);

        var run = await home.StartAsync("echo", "server");

        Assert.Equal((0, "server\n"), (run.ExitCode, run.Out));
        Assert.Contains("could not be laid out", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(home.Path));
    }

    [Fact]
    public async Task A_home_that_cannot_be_written_is_said_and_the_server_starts()
    {
        using var home = new Home();
        Directory.Delete(home.Path);
        await File.WriteAllTextAsync(home.Path, "no folder", Cancel);

        var run = await home.StartAsync("echo", "server");

        Assert.Equal((0, "server\n"), (run.ExitCode, run.Out));
        Assert.Contains("could not be laid out", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Is a learner's home, and the lessons of an image.</summary>
    private sealed class Home : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Home()
        {
            Assert.SkipUnless(OperatingSystem.IsLinux(), "A learner's server runs in an image, which is Linux.");
            Directory.CreateDirectory(Path);
            CarriedLessons.LayOut(Lessons);
        }

        public string Path => System.IO.Path.Combine(_folder.Path, "ada");

        public string Lessons => System.IO.Path.Combine(_folder.Path, "lessons");

        public string Course => System.IO.Path.Combine(Path, "dropout");

        public Task<ToolRun> StartAsync(params string[] command) =>
            ToolRun.OfAsync("/bin/bash", [System.IO.Path.Combine(s_recipe, "start-learner"), .. command], _folder.Path, new Dictionary<string, string> { ["HOME"] = Path, ["DROPOUT_LESSONS"] = Lessons });

        public void Dispose() => _folder.Dispose();
    }

    [GeneratedRegex("^COPY (src/.*) \\S+$", RegexOptions.Multiline)]
    private static partial Regex Copy();

    [GeneratedRegex("dotnet publish (\\S+)")]
    private static partial Regex Published();

    [GeneratedRegex("^USER (\\S+)$", RegexOptions.Multiline)]
    private static partial Regex User();
}
