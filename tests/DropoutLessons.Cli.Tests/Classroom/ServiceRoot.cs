using System.Text;

namespace DropoutLessons.Cli.Tests.Classroom;

/// <summary>Is the folder a service lays out for its grader (<c>/grade</c>, <c>/autograder</c>), elsewhere, and a tool to grade with.</summary>
internal sealed class ServiceRoot : IDisposable
{
    public const string Secret = "the-teacher's-secret-0123456789";

    private static readonly string s_tool = System.IO.Path.Combine(AppContext.BaseDirectory, "DropoutLessons.Cli.dll");

    private readonly TemporaryFolder _folder = new();

    public ServiceRoot()
    {
        // What keeps a submission out must be the layout's doing, not that of a folder that happens to be private.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, (UnixFileMode)0b111_101_101);
    }

    public string Path => _folder.Path;

    public string Results => System.IO.Path.Combine(Path, "results", "results.json");

    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Runs a layout's script on this folder with a tool that is this build's, or the commands given.</summary>
    public async Task<string> RunAsync(string script, string variable, string? tool = null)
    {
        string stand = Write("tool.sh", $"#!/bin/bash\n{tool ?? $"exec dotnet '{s_tool}' \"$@\""}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(stand, (UnixFileMode)0b111_101_101);
        var run = await ToolRun.OfAsync("/bin/bash", [TestFiles.At(script.Split('/'))], Path, new Dictionary<string, string>
        {
            [variable] = Path,
            ["DROPOUT_LESSONS"] = stand,
            // The machine is shared with other tests.
            ["GRADE_SECONDS"] = "300",
        });
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.Equal([Results], Directory.GetFiles(System.IO.Path.GetDirectoryName(Results)!));
        string results = await File.ReadAllTextAsync(Results, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Secret, results, StringComparison.Ordinal);
        // Nor its bytes as numbers or letters.
        Assert.DoesNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(Secret)), results, StringComparison.OrdinalIgnoreCase);
        return results;
    }

    /// <summary>A tool for which bubblewrap does not start, as in a container that forbids it.</summary>
    public static string ToolWithoutWalls => $"exec unshare -m bash -c 'mount --bind /bin/false /usr/bin/bwrap && exec dotnet \"$0\" \"$@\"' '{s_tool}' \"$@\"";

    public void Dispose() => _folder.Dispose();
}
