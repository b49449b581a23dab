namespace DropoutLessons.Grading;

/// <summary>Lists the calls an answer is judged by.</summary>
public static class ProbeSet
{
    /// <summary>Calls whose arguments learners may see: three training rates, the flag on both sides of 0.5, and rate 0.</summary>
    public static IReadOnlyList<Probe> Public { get; } =
    [
        new("train-0.3", 7, Ramp(48), 0.3, 0.0),
        new("train-0.1", 42, Ramp(48), 0.1, 0.0),
        new("train-0.8", 123, Ramp(48), 0.8, 0.0),
        new("train-flag-0.25", 5, Ramp(24), 0.3, 0.25),
        new("eval", 7, Ramp(24), 0.3, 1.0),
        new("eval-flag-0.5", 7, Ramp(24), 0.3, 0.5),
        new("eval-flag-0.75", 8, Ramp(24), 0.7, 0.75),
        new("rate-0", 7, Ramp(24), 0.0, 0.0),
        new("seed-1.9", 1.9, Ramp(24), 0.4, 0.0),
    ];

    /// <summary>Both signs, no zero, no power of two: every scale step leaves its own bits.</summary>
    private static float[] Ramp(int length) =>
        Enumerable.Range(0, length).Select(i => (float)((i % 2 == 0 ? 0.1 : -0.1) * (i + 1) + 0.037)).ToArray();
}
