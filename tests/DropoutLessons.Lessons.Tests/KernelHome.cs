namespace DropoutLessons.Lessons.Tests;

/// <summary>Is a Jupyter data folder of its own with the kernel installed, so that tests neither use nor touch the user's.</summary>
public sealed class KernelHome : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dropout-lessons-jupyter-");

    /// <summary>Environment under which Jupyter finds this kernel and nothing of the user's.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["JUPYTER_DATA_DIR"] = Path.Combine(_folder.FullName, "data"),
        ["JUPYTER_CONFIG_DIR"] = Path.Combine(_folder.FullName, "config"),
        ["JUPYTER_RUNTIME_DIR"] = Path.Combine(_folder.FullName, "run"),
        ["HOME"] = _folder.FullName,
        ["DOTNET_CLI_HOME"] = _folder.FullName,
    };

    /// <summary>Folder for what a test writes.</summary>
    public string Folder => _folder.FullName;

    /// <summary>Path of the tool's assembly.</summary>
    public static string Tool { get; } = Path.Combine(AppContext.BaseDirectory, "DropoutLessons.Cli.dll");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var install = await ToolRun.OfAsync("dotnet", [Tool, "kernel", "install"], _folder.FullName, Environment);
        Assert.True(install.ExitCode == 0, install.Out + install.Error);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
