namespace DropoutLessons.Grading;

/// <summary>Lists the calls of <c>dropout_forward</c> an answer is judged by.</summary>
internal static class DropoutProbes
{
    /// <summary>Calls whose arguments learners may see: three training rates, the flag on both sides of 0.5, and rate 0.</summary>
    public static IReadOnlyList<Probe> Public { get; } =
    [
        Of("train-0.3", 7, Ramp(48), 0.3, 0.0),
        Of("train-0.1", 42, Ramp(48), 0.1, 0.0),
        Of("train-0.8", 123, Ramp(48), 0.8, 0.0),
        Of("train-flag-0.25", 5, Ramp(24), 0.3, 0.25),
        Of("eval", 7, Ramp(24), 0.3, 1.0),
        Of("eval-flag-0.5", 7, Ramp(24), 0.3, 0.5),
        Of("eval-flag-0.75", 8, Ramp(24), 0.7, 0.75),
        Of("rate-0", 7, Ramp(24), 0.0, 0.0),
        Of("seed-1.9", 1.9, Ramp(24), 0.4, 0.0),
    ];

    /// <summary>Draws calls of the same kinds with other seeds, rates and activations.</summary>
    public static IReadOnlyList<Probe> Hidden(Draw draw) =>
    [
        .. Public.Select((probe, i) => Of($"hidden-{i + 1}", draw.Seed() + (i == 8 ? 0.9 : 0), draw.Activations(48), i == 7 ? 0 : draw.Rate(), Arguments(probe).Deterministic) with
        {
            IsHidden = true,
            Purpose = Arguments(probe).Deterministic >= 0.5 ? "evaluation" : i == 7 ? "a rate of 0" : "training",
        }),
    ];

    /// <summary>Takes the arguments of a probe apart.</summary>
    public static (double Seed, float[] X, double Rate, double Deterministic) Arguments(Probe probe) =>
        ((double)probe.Arguments[0]!, (float[])((float[])probe.Arguments[1]!).Clone(), (double)probe.Arguments[2]!, (double)probe.Arguments[3]!);

    private static Probe Of(string id, double seed, float[] x, double rate, double deterministic) => new(id, [seed, x, rate, deterministic]);

    /// <summary>Both signs, no zero, no power of two: every scale step leaves its own bits.</summary>
    private static float[] Ramp(int length) =>
        Enumerable.Range(0, length).Select(i => (float)((i % 2 == 0 ? 0.1 : -0.1) * (i + 1) + 0.037)).ToArray();
}
