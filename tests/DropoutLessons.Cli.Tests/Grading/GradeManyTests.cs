using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;

namespace DropoutLessons.Cli.Tests.Grading;

/// <summary>Grades folders and zips with the tool itself.</summary>
public sealed class GradeManyTests : IDisposable
{
    private static readonly string s_tool = Path.Combine(AppContext.BaseDirectory, "DropoutLessons.Cli.dll");
    private static readonly string s_right = File.ReadAllText(TestFiles.At("tests", "submissions", "right", "loop.cs"));
    private static readonly string s_wrong = File.ReadAllText(TestFiles.At("tests", "submissions", "wrong", "not-rescaled.cs"));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_that_is_killed_goes_on_without_loss()
    {
        for (int i = 0; i < 12; i++)
            _folder.Write($"class/{i:00}.cs", i % 3 == 0 ? s_wrong : s_right);
        string[] arguments = ["grade", "class", "--format", "json", "--jobs", "1", "--timeout", "60", "--journal", "journal"];
        string journal = Path.Combine(_folder.Path, "journal");

        await KillAfterAsync(arguments, lines: 5, journal);
        string[] before = [.. File.ReadAllText(journal).Split('\n').SkipLast(1)];
        var run = await ToolRun.OfAsync("dotnet", [s_tool, .. arguments], _folder.Path);

        Assert.InRange(before.Length, 5, 12);
        Assert.Equal(before, File.ReadLines(journal).Take(before.Length));
        Assert.Equal(13, File.ReadLines(journal).Count());
        using var reports = JsonDocument.Parse(run.Out);
        Assert.Equal(Enumerable.Range(0, 12).Select(i => (Path.Combine("class", $"{i:00}.cs"), i % 3 != 0)),
            reports.RootElement.EnumerateArray().Select(report => (report.GetProperty("file").GetString()!, report.GetProperty("accepted").GetBoolean())));
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task A_folder_is_searched_and_zips_in_it_are_opened()
    {
        _folder.Write("class/ann/15.cs", s_right);
        _folder.Write("class/bob/.ipynb_checkpoints/15.cs", s_right);
        _folder.Write("class/bob/bin/15.cs", s_right);
        _folder.Write("class/bob/notes.txt", "notes");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "class", "cy"));
        using (var zip = ZipFile.Open(Path.Combine(_folder.Path, "class", "cy", "work.zip"), ZipArchiveMode.Create))
        {
            Add(zip, "deep/15.cs", s_wrong);
            Add(zip, "__MACOSX/deep/15.cs", "");
            Add(zip, "../../outside.cs", s_right);
        }

        var run = await ToolRun.OfAsync("dotnet", [s_tool, "grade", "class", "--format", "csv", "--summary", "page.html"], _folder.Path);

        var rows = Csv.Read(run.Out.TrimEnd());
        Assert.Equal(["class/ann/15.cs", "class/cy/work.zip/deep/15.cs"], rows.Skip(1).Select(row => row[0]));
        Assert.Equal(["true", "false"], rows.Skip(1).Select(row => row[3]));
        Assert.False(File.Exists(Path.Combine(_folder.Path, "..", "outside.cs")));
        Assert.Contains("not-rescaled", File.ReadAllText(Path.Combine(_folder.Path, "page.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("grade empty", "holds no notebook")]
    [InlineData("grade torn.zip", "is not a zip that can be read")]
    [InlineData("grade right.cs --secret short", "at least 16")]
    [InlineData("grade right.cs --secret nowhere", "nowhere")]
    [InlineData("grade right.cs --exercise 99-none", "There is no exercise \"99-none\". There are: ")]
    [InlineData("grade right.cs --output right.cs", "right.cs exists already")]
    [InlineData("grade right.cs --output nowhere/report.json", "There is no folder")]
    [InlineData("grade right.cs --summary right.cs", "right.cs exists already")]
    [InlineData("grade right.cs --journal right.cs", "journal of another run, or no journal")]
    [InlineData("grade right.cs --jobs 0", "--jobs must be at least 1")]
    [InlineData("grade right.cs --format xml", "xml")]
    public async Task Unusable_input_ends_with_2_and_changes_nothing(string arguments, string words)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "empty"));
        _folder.Write("torn.zip", "PK no zip");
        _folder.Write("short", "secret");
        _folder.Write("right.cs", s_right);

        var run = await ToolRun.OfAsync("dotnet", [s_tool, .. arguments.Split(' ')], _folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.Equal(s_right, File.ReadAllText(Path.Combine(_folder.Path, "right.cs")));
    }

    [Fact]
    public async Task Hidden_checks_catch_who_is_right_for_the_public_ones_only_and_give_nothing_away()
    {
        _folder.Write("secret", "0123456789abcdef0123456789abcdef");
        string file = TestFiles.At("tests", "submissions", "hostile", "detects-the-probes.cs");

        var without = await ToolRun.OfAsync("dotnet", [s_tool, "grade", file, "--format", "json", "--timeout", "60"], _folder.Path);
        var with = await ToolRun.OfAsync("dotnet", [s_tool, "grade", file, "--format", "json", "--timeout", "60", "--secret", "secret"], _folder.Path);

        Assert.Equal((0, 1), (without.ExitCode, with.ExitCode));
        using var report = JsonDocument.Parse(with.Out);
        var hidden = report.RootElement.GetProperty("checks").EnumerateArray().Where(check => check.GetProperty("id").GetString()!.StartsWith("hidden", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(hidden);
        Assert.All(hidden, check => Assert.DoesNotMatch(@"\d\.\d", check.GetProperty("message").GetString()));
        Assert.DoesNotMatch(@"\d\.\d", report.RootElement.GetProperty("message").GetString());
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }

    private async Task KillAfterAsync(string[] arguments, int lines, string journal)
    {
        var enough = new TaskCompletionSource();
        using var watcher = new FileSystemWatcher(_folder.Path, "journal");
        void Look()
        {
            using var reader = new StreamReader(new FileStream(journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            if (reader.ReadToEnd().Count(c => c == '\n') >= lines)
                enough.TrySetResult();
        }
        watcher.Changed += (_, _) => Look();
        watcher.EnableRaisingEvents = true;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [s_tool, .. arguments]) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await enough.Task.WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        // As a power cut would: no handler of the tool's runs.
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
