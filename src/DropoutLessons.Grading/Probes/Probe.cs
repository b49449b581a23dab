using System.Globalization;

namespace DropoutLessons.Grading;

/// <summary>Holds the arguments of one call of <c>dropout_forward</c> whose result tells faults apart.</summary>
/// <param name="Id">short name, unique within a set</param>
/// <param name="Seed">seed argument</param>
/// <param name="X">activations; copied before each call, so that an answer that writes into its input harms no later probe</param>
/// <param name="Rate">fraction to drop; never 0.5, where a wrong p and a division by the rate cannot be seen</param>
/// <param name="Deterministic">evaluation flag, as the exercise passes it</param>
public sealed record Probe(string Id, double Seed, IReadOnlyList<float> X, double Rate, double Deterministic)
{
    /// <summary>Says the call as a learner would write it, without the activations.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"seed {Seed}, rate {Rate}, deterministic {Deterministic:0.0##}");
}
