namespace DropoutLessons.Kernel.Tests.Installation;

/// <summary>Checks that installing and removing a kernel touches nobody else's.</summary>
public sealed class KernelSpecTests : IDisposable
{
    private readonly TemporaryFolder _prefix = new();

    private KernelSpecRequest Request => new("us", ["tool", "kernel", "start", "{connection_file}"]) { Prefix = _prefix.Path };

    private string Place => Path.Combine(_prefix.Path, "share", "jupyter", "kernels", ".net-csharp", "kernel.json");

    public void Dispose() => _prefix.Dispose();

    [Fact]
    public void Install_writes_a_spec_and_uninstall_removes_it()
    {
        Assert.Equal(Place, KernelSpec.Install(Request));
        Assert.Contains("\"{connection_file}\"", File.ReadAllText(Place), StringComparison.Ordinal);

        Assert.Equal(Path.GetDirectoryName(Place), KernelSpec.Uninstall(KernelSpec.DefaultName, "us", _prefix.Path));
        Assert.False(File.Exists(Place));
        Assert.Null(KernelSpec.Uninstall(KernelSpec.DefaultName, "us", _prefix.Path));
    }

    [Theory]
    [InlineData("{\"metadata\": {\"owner\": \"them\"}}")]
    [InlineData("{\"argv\": []}")]
    [InlineData("not json")]
    public void A_kernel_of_somebody_else_stays_unless_force_is_asked_for(string theirs)
    {
        _prefix.Write("share/jupyter/kernels/.net-csharp/kernel.json", theirs);

        Assert.Contains("--force", Assert.Throws<KernelSpecConflictException>(() => KernelSpec.Install(Request)).Message, StringComparison.Ordinal);
        Assert.Throws<KernelSpecConflictException>(() => KernelSpec.Uninstall(KernelSpec.DefaultName, "us", _prefix.Path));
        Assert.Equal(theirs, File.ReadAllText(Place));

        KernelSpec.Install(Request with { Force = true });
        Assert.NotEqual(theirs, File.ReadAllText(Place));
    }

    [Fact]
    public void Install_replaces_its_own_spec_without_being_asked()
    {
        KernelSpec.Install(Request);

        KernelSpec.Install(Request with { DisplayName = "another name" });

        Assert.Contains("another name", File.ReadAllText(Place), StringComparison.Ordinal);
    }
}
