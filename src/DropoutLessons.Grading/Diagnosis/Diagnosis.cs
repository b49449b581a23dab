using System.Runtime.CompilerServices;

namespace DropoutLessons.Grading;

/// <summary>Finds the ways of writing <c>dropout_forward</c> that give exactly the outputs seen.</summary>
internal sealed class Diagnosis
{
    private static readonly ConditionalWeakTable<IReadOnlyList<Probe>, Diagnosis> s_known = [];

    private readonly ILookup<string, Variant> _byOutputs;

    private Diagnosis(IReadOnlyList<Probe> probes) =>
        _byOutputs = Variant.Lattice.ToLookup(variant => FloatBits.Fingerprint(
            probes.Select(probe => DropoutProbes.Arguments(probe) is var (seed, x, rate, deterministic) ? variant.Forward(seed, x, rate, deterministic) : [])));

    /// <summary>Returns the diagnosis for <paramref name="probes"/>, whose answers over the whole lattice are computed once.</summary>
    public static Diagnosis For(IReadOnlyList<Probe> probes) => s_known.GetValue(probes, list => new(list));

    /// <summary>Returns every combination that fits bit for bit and holds as few faults as any that fits; empty when none does.</summary>
    /// <remarks>A set rather than a guess: faults that hide each other give the same outputs, and all of them are told.</remarks>
    /// <param name="outputs">one output for each probe</param>
    public IReadOnlyList<Explanation> Explain(IEnumerable<IReadOnlyList<float>> outputs)
    {
        var fitting = _byOutputs[FloatBits.Fingerprint(outputs)].ToArray();
        return fitting.Length == 0 ? [] :
            [.. fitting.Where(variant => variant.Faults.Count == fitting.Min(other => other.Faults.Count))
                .Select(variant => new Explanation([.. variant.Faults.Select(fault => new Fault(fault.Name, fault.Sentence))], variant.IsAccepted))];
    }
}
