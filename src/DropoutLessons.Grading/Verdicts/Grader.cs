using System.Globalization;

namespace DropoutLessons.Grading;

/// <summary>Judges what an answer returned for the probes.</summary>
/// <remarks>Pure: the same observations give the same verdict. The answer itself is never called here, so judging is safe.</remarks>
public static class Grader
{
    /// <summary>Compares <paramref name="outcomes"/> with the reference and names the fault where there is one.</summary>
    /// <param name="probes">the calls that were made</param>
    /// <param name="outcomes">what each of them gave, in the same order</param>
    /// <exception cref="ArgumentException">There is no probe, or the numbers of probes and outcomes differ: with nothing seen, nothing can be accepted.</exception>
    public static Verdict Judge(IReadOnlyList<Probe> probes, IReadOnlyList<Outcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(probes);
        ArgumentNullException.ThrowIfNull(outcomes);
        if (probes.Count == 0 || probes.Count != outcomes.Count)
            throw new ArgumentException($"{outcomes.Count} outcomes for {probes.Count} probes: there must be one for each, and at least one.", nameof(outcomes));

        var checks = probes.Zip(outcomes, Compare).ToArray();
        if (outcomes.All(outcome => outcome.Error is { IsStub: true }))
            return new(VerdictClass.NotSolved, "Not solved yet: dropout_forward still throws NotImplementedException. Write its body, run the cell, check again.", [], checks);
        if (probes.Zip(outcomes).FirstOrDefault(pair => pair.Second.Error is not null) is (var probe, { Error: { } error }))
            return new(VerdictClass.Threw, $"dropout_forward threw {error.Type} for {probe}: {error.Message}", [], checks);

        var explained = outcomes.All(outcome => outcome.Output is not null) ? Diagnosis.For(probes).Explain(outcomes.Select(outcome => outcome.Output!)) : [];
        return checks.All(check => check.Passed) ? Accept(explained, checks) : Reject(explained, checks);
    }

    private static Verdict Accept(IReadOnlyList<Variant> explained, CheckResult[] checks)
    {
        if (explained.Any(variant => variant.Faults.Count == 0))
            return new(VerdictClass.SameBits, "Right: every bit equals JAX's, in training and at evaluation.", [], checks);
        string how = explained.Count > 0 ? $"Your function {Sentence(explained[0])}" : "The rounding differs from x / keep_prob in float32";
        return new(VerdictClass.WithinOneUlp, $"Right within one unit in the last place. {how}; the mask is JAX's.", [], checks);
    }

    private static Verdict Reject(IReadOnlyList<Variant> explained, CheckResult[] checks)
    {
        string where = checks.First(check => !check.Passed).Message;
        if (explained.Count == 0)
            return new(VerdictClass.Wrong, $"Not right, and no known misconception explains it: {where}.", [], checks);
        string message = $"Your function {string.Join("; or it ", explained.Select(Sentence))} ({where}).";
        return new(VerdictClass.Wrong, message, [.. explained.SelectMany(variant => variant.Faults).Select(fault => fault.Name).Distinct()], checks);
    }

    private static string Sentence(Variant variant) => string.Join(", and ", variant.Faults.Select(fault => fault.Sentence));

    private static CheckResult Compare(Probe probe, Outcome seen)
    {
        float[] expected = Exercise.DropoutForward(probe.Seed, [.. probe.X], probe.Rate, probe.Deterministic);
        if (seen.Error is { } error)
            return new(probe.Id, false, $"{probe}: threw {error.Type}");
        if (seen.Output is not { } output)
            return new(probe.Id, false, $"{probe}: expected {expected.Length} values, got null");
        if (output.Count != expected.Length)
            return new(probe.Id, false, $"{probe}: expected {expected.Length} values, got {output.Count}");
        return FloatBits.FirstFurtherThan(1, expected, output) is not { } i
            ? new(probe.Id, true, $"{probe}: right")
            : new(probe.Id, false, string.Create(CultureInfo.InvariantCulture, $"{probe}: element {i} should be {expected[i]:G9}, got {output[i]:G9}"));
    }
}
