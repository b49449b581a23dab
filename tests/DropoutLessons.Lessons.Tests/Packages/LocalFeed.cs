namespace DropoutLessons.Lessons.Tests;

/// <summary>Is a folder of the kit's packages, as built now, and a place where they are used without the repository.</summary>
public sealed class LocalFeed : IAsyncLifetime
{
    /// <summary>A version of their own, so that no cache of packages answers for them.</summary>
    public const string Version = "9.9.9-test";

    private static readonly string[] s_projects = ["Core", "Training", "Interactive", "Grading", "Cli"];

    private readonly TemporaryFolder _folder = new();

    /// <summary>Folder of the packages.</summary>
    public string Packages => Path.Combine(_folder.Path, "feed");

    /// <summary>Folder to work in; <c>nuget.config</c> there names the feed and nothing else.</summary>
    public string Work => Path.Combine(_folder.Path, "wörk here");

    /// <summary>Environment in which NuGet has the feed, what is cached already to read, and a folder of its own to write.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["HOME"] = Work,
        ["DOTNET_CLI_HOME"] = Work,
        ["NUGET_PACKAGES"] = Path.Combine(_folder.Path, "unpacked"),
        ["JUPYTER_DATA_DIR"] = Path.Combine(_folder.Path, "jupyter"),
        ["DOTNET_NOLOGO"] = "1",
        ["LANG"] = "tr_TR.UTF-8",
        ["LC_ALL"] = "tr_TR.UTF-8",
    };

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Work);
        string cached = System.Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        await File.WriteAllTextAsync(Path.Combine(Work, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /><add key="kit" value="{Packages}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="cached" value="{cached}" /></fallbackPackageFolders>
            </configuration>
            """);
        foreach (string project in s_projects)
        {
            var pack = await ToolRun.OfAsync("dotnet", ["pack", TestFiles.At("src", $"DropoutLessons.{project}"), "-c", "Debug", "--no-build", "-o", Packages, "-v", "quiet", "--nologo", $"-p:MinVerVersionOverride={Version}"], TestFiles.Repository);
            Assert.True(pack.ExitCode == 0, pack.Out + pack.Error);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs a command in <see cref="Work"/>, or a folder of it.</summary>
    internal Task<ToolRun> RunAsync(string file, IEnumerable<string> arguments, string folder = "") => ToolRun.OfAsync(file, arguments, Path.Combine(Work, folder), Environment);
}
