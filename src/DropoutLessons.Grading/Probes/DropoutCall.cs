namespace DropoutLessons.Grading;

/// <summary>Holds the arguments of one call of <c>dropout_forward</c>.</summary>
/// <param name="Seed">seed argument; within the range of an int, so that an answer that casts to int is not refused</param>
/// <param name="X">activations, at most 64, so that a mask is one machine word</param>
/// <param name="Rate">fraction to drop; in training never 0.5, where a wrong p and a division by the rate cannot be seen</param>
/// <param name="Deterministic">evaluation flag, as the exercise passes it</param>
internal sealed record DropoutCall(double Seed, float[] X, double Rate, double Deterministic)
{
    public const int LongestX = 64;

    /// <summary>True when the reference draws a mask.</summary>
    public bool IsTraining => Deterministic < 0.5 && Rate > 0;

    public static DropoutCall Of(Probe probe) =>
        new((double)probe.Arguments[0]!, (float[])probe.Arguments[1]!, (double)probe.Arguments[2]!, (double)probe.Arguments[3]!);

    public Probe ToProbe(string id, string purpose) => new(id, [Seed, X, Rate, Deterministic]) { Purpose = purpose };

    /// <summary>Says what the call looks at, in words that give nothing away.</summary>
    public string Purpose => Deterministic >= 0.5 ? "evaluation" : Rate <= 0 ? "a rate at which nothing is dropped" : Rate >= 1 ? "a rate at which everything is dropped" : "training";
}
