using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using DropoutLessons.Simd;
using DropoutLessons.Tests;

namespace DropoutLessons.Benchmarks.SideBySide;

/// <summary>Turns timings into a page, a chart, and bars for a terminal.</summary>
internal sealed class ResultPage(IReadOnlyList<Timing> timings)
{
    // Real JAX 0.12 under jit on an Intel machine (Sapphire Rapids class, two cores), rate 0.3, and a copy there: nanoseconds for an element.
    private static readonly (int Count, double Jax, double Copy)[] s_jaxElsewhere = [(100_000, 3.3, 0.075), (1_000_000, 7.8, 0.27), (10_000_000, 18, 0.33)];

    private int[] Counts => [.. timings.Select(timing => timing.Count).Distinct().Order()];

    private string[] Names => [.. timings.Select(timing => timing.Name).Distinct()];

    public string Markdown()
    {
        var page = new StringBuilder();
        page.AppendLine(CultureInfo.InvariantCulture, $"""
            # How fast

            Inverted dropout at rate {Ours.Rate}, float32, into memory that is there already. Written by `dotnet run -c Release --project tests/DropoutLessons.Benchmarks -- side-by-side --write`
            on {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors, registers of {Widths.Bits} bits, {RuntimeInformation.FrameworkDescription}.
            Every figure is the shortest of many rounds in which all contenders take turns. The arithmetic bound is {ArithmeticBound.Operations} vector operations an element at the rate this machine does them.

            ![Nanoseconds for an element, by number of elements](results.svg)

            Nanoseconds for an element:

            """);
        page.AppendLine(CultureInfo.InvariantCulture, $"| | {string.Join(" | ", Counts.Select(Short))} |");
        page.AppendLine(CultureInfo.InvariantCulture, $"|---|{string.Concat(Counts.Select(_ => "---:|"))}");
        foreach (string name in Names)
            page.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {string.Join(" | ", Counts.Select(count => Find(name, count) is { } time ? time.ToString(time < 10 ? "F3" : "F1", CultureInfo.InvariantCulture) : ""))} |");
        page.AppendLine("\n## Goals\n\n| times | elements | goal | measured |\n|---|---|---|---|");
        foreach (var goal in Goal.All)
            page.AppendLine(goal.Row(timings));
        page.AppendLine("\n## Beside JAX, from two machines\n\nJAX itself is measured on another machine, so both stand as multiples of a copy on their own machine: the forward pass here, JAX's under `jit` there.\n\n| elements | JAX / copy there | forward / copy here |\n|---|---:|---:|");
        foreach (var (count, jax, copy) in s_jaxElsewhere)
            page.AppendLine(CultureInfo.InvariantCulture, $"| {Short(count)} | {jax / copy:F0} | {Find(Ours.Forward, count) / Find(Ours.Copy, count):F1} |");
        page.AppendLine("\nTorchSharp is left out: the one version to be had, 0.107.0, needs a newer C++ library (GLIBCXX_3.4.32) than Debian 12 has.");
        return page.ToString();
    }

    /// <summary>Draws a bar for each contender.</summary>
    public string Bars(int count)
    {
        var shown = Names.Select(name => (Name: name, Time: Find(name, count))).Where(row => row.Time is not null).OrderBy(row => row.Time).ToArray();
        double longest = shown.Max(row => row.Time!.Value);
        return $"Nanoseconds for an element, {count:N0} elements\n" + string.Join('\n', shown.Select(row => string.Create(CultureInfo.InvariantCulture,
            $"{row.Name,-26} {row.Time,7:F3} {new string('█', Math.Max(1, (int)(60 * row.Time!.Value / longest)))}")));
    }

    /// <summary>Writes the page and the chart beside the project.</summary>
    public void Write()
    {
        string folder = TestFiles.At("tests", "DropoutLessons.Benchmarks");
        File.WriteAllText(Path.Combine(folder, "RESULTS.md"), Markdown());
        File.WriteAllText(Path.Combine(folder, "results.svg"), new LogChart(timings).Svg());
    }

    private static string Short(int count) => count.ToString("0.#e0", CultureInfo.InvariantCulture);

    private double? Find(string name, int count) => timings.FirstOrDefault(timing => timing.Name == name && timing.Count == count)?.Nanoseconds;
}
