using System.Diagnostics;
using System.Globalization;

namespace DropoutLessons.Benchmarks.SideBySide;

/// <summary>Measures the forward pass in processes whose widest vector units are switched off.</summary>
internal static class NarrowerProcess
{
    /// <summary>Name of a row and the settings of the runtime that make it.</summary>
    public static IReadOnlyList<(string Name, string Setting)> All { get; } =
        [("forward, AVX2", "DOTNET_EnableAVX512"), ("forward, 128 bits", "DOTNET_EnableAVX2"), ("forward, no vectors", "DOTNET_EnableHWIntrinsic")];

    /// <summary>Starts a process and returns its shortest time for an element, in nanoseconds.</summary>
    public static double Run(string setting, int count, double seconds)
    {
        // Started by dotnet this program is its argument; started by itself it is not.
        string program = Environment.ProcessPath!;
        string[] arguments = [.. Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(NarrowerProcess).Assembly.Location] : Array.Empty<string>(), "measure", count.ToString(CultureInfo.InvariantCulture), seconds.ToString(CultureInfo.InvariantCulture)];
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        start.Environment[setting] = "0";
        using var process = Process.Start(start)!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(said, CultureInfo.InvariantCulture);
    }

    /// <summary>Measures in this process.</summary>
    public static double Measure(int count, double seconds, string name)
    {
        float[] x = SideBySideCommand.Input(count), y = new float[count];
        return Rounds.Run([SideBySideCommand.Contenders(x, y).First(contender => contender.Name == name)], count, seconds)[0].Nanoseconds;
    }
}
