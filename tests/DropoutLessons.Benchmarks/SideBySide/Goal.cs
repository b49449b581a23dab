using System.Globalization;
using DropoutLessons.Benchmarks.Others;

namespace DropoutLessons.Benchmarks.SideBySide;

/// <summary>Is a ratio the kit promises, for a machine with AVX-512 where it has one.</summary>
/// <param name="What">what is divided by what</param>
/// <param name="Above">contender whose time is divided</param>
/// <param name="Below">contender it is divided by</param>
/// <param name="Count">number of elements</param>
/// <param name="Least">the ratio is at least this, or null</param>
/// <param name="Most">the ratio is at most this, or null</param>
internal sealed record Goal(string What, string Above, string Below, int Count, double? Least = null, double? Most = null)
{
    public static IReadOnlyList<Goal> All { get; } =
    [
        new("arithmetic bound / forward", ArithmeticBound.Name, Ours.Forward, 100_000, Least: 0.80),
        new("one thread / two threads", Ours.Forward, Ours.ForwardTwo, 10_000_000, Least: 1.7),
        new("AVX2 / AVX-512", NarrowerProcess.All[0].Name, Ours.Forward, 100_000, Most: 1.8),
        new("one thread / copy", Ours.Forward, Ours.Copy, 100_000_000, Most: 2.4),
        new("two threads / copy", Ours.ForwardTwo, Ours.Copy, 100_000_000, Most: 1.7),
        new("with mask / without", Ours.WithMask, Ours.Forward, 100_000, Most: 1.10),
        new("backward / copy", Ours.Backward, Ours.Copy, 10_000_000, Most: 1.15),
        new("backward / copy", Ours.Backward, Ours.Copy, 100_000_000, Most: 1.15),
        new("Bernoulli / forward", Ours.Bernoulli, Ours.Forward, 1_000_000, Most: 1.0),
        new("Uniform / forward", Ours.Uniform, Ours.Forward, 1_000_000, Most: 1.0),
        new("ONNX Runtime / forward", OtherLibraries.Onnx, Ours.Forward, 1_000_000, Least: 5),
        new("loop with Random(42) / forward", OtherLibraries.SeededLoop, Ours.Forward, 1_000_000, Least: 5.5),
        new("MathNet / forward", OtherLibraries.MathNetMap, Ours.Forward, 1_000_000, Least: 11),
    ];

    /// <summary>Writes the goal, what was measured and whether it is met, as a row of a table.</summary>
    public string Row(IReadOnlyList<Timing> timings)
    {
        double ratio = Of(timings, Above) / Of(timings, Below);
        bool isMet = !(ratio < Least) && !(ratio > Most);
        return string.Create(CultureInfo.InvariantCulture, $"| {What} | {Count:0.#e0} | {(Least is null ? $"at most {Most}" : $"at least {Least}")} | {ratio:F2}{(isMet ? "" : ", missed")} |");
    }

    private double Of(IReadOnlyList<Timing> timings, string name) => timings.First(timing => timing.Name == name && timing.Count == Count).Nanoseconds;
}
