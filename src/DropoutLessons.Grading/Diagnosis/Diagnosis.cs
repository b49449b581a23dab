using System.Runtime.CompilerServices;

namespace DropoutLessons.Grading;

/// <summary>Finds the ways of writing <c>dropout_forward</c> that give exactly the outputs seen.</summary>
internal sealed class Diagnosis
{
    private static readonly ConditionalWeakTable<IReadOnlyList<Probe>, Diagnosis> s_known = [];

    private readonly ILookup<string, Variant> _byOutputs;

    private Diagnosis(IReadOnlyList<Probe> probes) =>
        _byOutputs = Variant.Lattice.ToLookup(variant => FloatBits.Fingerprint(
            probes.Select(probe => variant.Forward(probe.Seed, [.. probe.X], probe.Rate, probe.Deterministic))));

    /// <summary>Returns the diagnosis for <paramref name="probes"/>, whose answers over the whole lattice are computed once.</summary>
    public static Diagnosis For(IReadOnlyList<Probe> probes) => s_known.GetValue(probes, list => new(list));

    /// <summary>Returns every combination that fits bit for bit and holds as few faults as any that fits; empty when none does.</summary>
    /// <remarks>A set rather than a guess: faults that hide each other give the same outputs, and all of them are told.</remarks>
    /// <param name="outputs">one output for each probe</param>
    public IReadOnlyList<Variant> Explain(IEnumerable<IReadOnlyList<float>> outputs)
    {
        var fitting = _byOutputs[FloatBits.Fingerprint(outputs)].ToArray();
        return fitting.Length == 0 ? [] : [.. fitting.Where(variant => variant.Faults.Count == fitting.Min(other => other.Faults.Count))];
    }
}
