namespace DropoutLessons.Cli.Tests.Kernel;

/// <summary>Checks that the doctor names what is wrong with a machine, and the way out.</summary>
public sealed class KernelDoctorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Spec => Path.Combine(_folder.Path, "kernels", ".net-csharp", "kernel.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_machine_without_the_kernel_is_told_to_install_it_and_is_well_afterwards()
    {
        var before = await RunAsync("doctor");
        Assert.Equal(1, before.ExitCode);
        Assert.Contains("No kernel is registered as \".net-csharp\".", before.Out, StringComparison.Ordinal);
        Assert.Contains("Run: kernel install", before.Out, StringComparison.Ordinal);

        await RunAsync("install");
        var after = await RunAsync("doctor");

        Assert.Contains("The kernel starts and answers.", after.Out, StringComparison.Ordinal);
        // A machine without any front end stays unwell for that alone.
        Assert.DoesNotContain("WRONG", after.Out.Replace("WRONG   There is neither Jupyter nor VS Code", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"argv\": [\"other\"]}", "Another kernel is registered", "kernel install --force")]
    [InlineData("not JSON", "Another kernel is registered", "kernel install --force")]
    [InlineData("{\"argv\": [\"/gone/dotnet\", \"/gone/tool.dll\", \"kernel\", \"start\", \"{connection_file}\"], \"metadata\": {\"owner\": \"dropout-lessons\"}}", "/gone/dotnet is no longer there", "Run from where it is now: kernel install")]
    public async Task A_kernelspec_that_leads_elsewhere_is_named(string spec, string wrong, string wayOut)
    {
        _folder.Write("kernels/.net-csharp/kernel.json", spec);

        var run = await RunAsync("doctor");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(wrong, run.Out, StringComparison.Ordinal);
        Assert.Contains(Spec, run.Out, StringComparison.Ordinal);
        Assert.Contains(wayOut, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_without_front_ends_is_told_where_to_get_one() =>
        Assert.Contains("There is neither Jupyter nor VS Code on the PATH.", (await RunOnAsync(_folder.Path, "doctor")).Out, StringComparison.Ordinal);

    [Fact]
    public async Task Installing_takes_a_prefix_or_the_user_and_a_name_to_show_and_uninstalling_takes_it_away()
    {
        string prefix = Path.Combine(_folder.Path, "prefix"), spec = Path.Combine(prefix, "share", "jupyter", "kernels", ".net-csharp", "kernel.json");

        Assert.Equal(2, (await RunAsync("install", "--user", "--prefix", prefix)).ExitCode);
        Assert.Equal(0, (await RunAsync("install", "--prefix", prefix, "--display-name", "C# here")).ExitCode);
        Assert.Contains("\"display_name\": \"C# here\"", File.ReadAllText(spec), StringComparison.Ordinal);
        Assert.Contains("No kernel of ours", (await RunAsync("uninstall")).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("uninstall", "--prefix", prefix)).ExitCode);
        Assert.False(File.Exists(spec));

        Assert.Equal(0, (await RunAsync("install", "--user")).ExitCode);
        Assert.True(File.Exists(Spec));
    }

    private Task<ToolRun> RunAsync(string command, params string[] arguments) => RunOnAsync(Environment.GetEnvironmentVariable("PATH")!, command, arguments);

    private Task<ToolRun> RunOnAsync(string path, string command, params string[] arguments) => ToolRun.OfAsync(
        Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "DropoutLessons.Cli.dll"), "kernel", command, .. arguments], _folder.Path, new Dictionary<string, string> { ["JUPYTER_DATA_DIR"] = _folder.Path, ["PATH"] = path });
}
