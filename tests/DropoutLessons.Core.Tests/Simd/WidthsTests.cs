using DropoutLessons.Simd;

namespace DropoutLessons.Core.Tests.Simd;

/// <summary>Runs the kernels' tests again in processes whose vector units are switched off one after the other, down to none.</summary>
public sealed class WidthsTests
{
    private const string ExpectedWidth = "DROPOUT_LESSONS_EXPECTED_WIDTH";

    [Theory]
    [InlineData("DOTNET_EnableAVX512", 256)]
    [InlineData("DOTNET_EnableAVX2", 128)]
    [InlineData("DOTNET_EnableHWIntrinsic", 32)]
    public async Task With_wider_registers_switched_off_the_narrower_give_the_same_bits(string setting, int width)
    {
        Assert.SkipWhen(Widths.Bits <= width, $"the registers of this machine have {Widths.Bits} bits; what {setting}=0 leaves is tested without it");
        Dictionary<string, string> environment = new() { [setting] = "0", [ExpectedWidth] = $"{width}" };

        var run = await ToolRun.OfAsync("dotnet", [typeof(WidthsTests).Assembly.Location, "-class", typeof(KernelTests).FullName!, "-class", typeof(InsideTests).FullName!], AppContext.BaseDirectory, environment);

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.Contains("Failed: 0", run.Out, StringComparison.Ordinal);
    }

    /// <summary>Is what the processes run beside the kernels' tests.</summary>
    public sealed class InsideTests
    {
        [Fact]
        public void The_width_used_is_the_one_the_settings_leave() =>
            Assert.Equal(Environment.GetEnvironmentVariable(ExpectedWidth) ?? $"{Widths.Bits}", $"{Widths.Bits}");
    }
}
