namespace DropoutLessons.Grading;

/// <summary>Asks for a test: a function that is handed an implementation and says whether it is right.</summary>
/// <remarks>The test must accept every right implementation and refuse every faulty one. A missed fault is described only when at most two are missed.</remarks>
/// <typeparam name="TFunction">type of the implementations</typeparam>
public sealed class TestingExercise<TFunction> : Exercise
    where TFunction : Delegate
{
    private const int FewEnoughToTell = 2;

    /// <summary>The implementations, in the order a learner meets them.</summary>
    public required IReadOnlyList<Candidate<TFunction>> Candidates { get; init; }

    /// <summary>How many of them, from the first, a learner may know; the rest are hidden checks.</summary>
    public required int PublicCount { get; init; }

    /// <inheritdoc/>
    public override Signature Signature { get; } = new(typeof(bool), [("candidate", typeof(TFunction))]);

    /// <inheritdoc/>
    public override IReadOnlyList<Probe> PublicProbes => Probes(0, PublicCount, isHidden: false);

    /// <inheritdoc/>
    public override IReadOnlyList<Probe> HiddenProbes(Secret secret) => Probes(PublicCount, Candidates.Count - PublicCount, isHidden: true);

    /// <inheritdoc/>
    public override Delegate Candidate(CandidateReference reference) => reference.Number >= 0 && reference.Number < Candidates.Count
        ? Candidates[reference.Number].Function
        : throw new ArgumentException($"There is no candidate {reference.Number}: they are numbered from 0 to {Candidates.Count - 1}.", nameof(reference));

    private static Probe[] Probes(int start, int count, bool isHidden) =>
        [.. Enumerable.Range(start, count).Select(i => new Probe($"candidate-{i + 1}", [new CandidateReference(i)]) { IsHidden = isHidden, Purpose = "an implementation you have not seen" })];

    internal override IEnumerable<KnownCase> KnownCases()
    {
        Candidate<TFunction>[] shown = [.. Candidates.Take(PublicCount)];
        yield return new([], true, [.. shown.Select(candidate => new Outcome(candidate.Fault is null))]);
        yield return new(["refuses-right"], false, [.. shown.Select(_ => new Outcome(false))]);
        foreach (var missed in shown.Where(candidate => candidate.Fault is not null))
            yield return new([$"misses-{missed.Fault!.Name}"], false, [.. shown.Select(candidate => new Outcome(candidate.Fault is null || candidate.Fault.Name == missed.Fault.Name))]);
    }

    private protected override Verdict JudgeSeen(IReadOnlyList<Probe> probes, IReadOnlyList<Outcome> outcomes)
    {
        var seen = probes.Zip(outcomes, (probe, outcome) => (Candidate: Candidates[((CandidateReference)probe.Arguments[0]!).Number], Probe: probe, Outcome: outcome)).ToArray();
        CheckResult[] checks = [.. seen.Select(entry => new CheckResult(entry.Probe.Id, IsRight(entry.Candidate, entry.Outcome), IsRight(entry.Candidate, entry.Outcome) ? "judged rightly" : "judged wrongly"))];
        if (outcomes.All(outcome => outcome.Error is { IsStub: true }))
            return new(VerdictClass.NotSolved, $"Not solved yet: {FunctionNames[0]} still throws NotImplementedException. Write its body, run the cell, check again.", [], checks);
        // An exception is how most tests refuse; only a right implementation must not provoke one.
        if (seen.FirstOrDefault(entry => entry.Candidate.Fault is null && entry.Outcome.Error is not null) is { Outcome.Error: { } error })
            return new(VerdictClass.Threw, $"{FunctionNames[0]} threw {error.Type} for a right implementation: {error.Message}", ["refuses-right"], checks) { Trace = error.Trace };

        var refused = seen.Where(entry => entry.Candidate.Fault is null && !IsRight(entry.Candidate, entry.Outcome)).ToArray();
        Fault[] missed = [.. seen.Where(entry => entry.Candidate.Fault is not null && !IsRight(entry.Candidate, entry.Outcome)).Select(entry => entry.Candidate.Fault!)];
        int faulty = seen.Count(entry => entry.Candidate.Fault is not null);
        if (refused.Length == 0 && missed.Length == 0)
            return new(VerdictClass.SameBits, $"Right: your test accepts every right implementation and catches all {faulty} faulty ones.", [], checks);
        string[] faults = [.. refused.Take(1).Select(_ => "refuses-right"), .. missed.Select(fault => $"misses-{fault.Name}").Distinct()];
        return new(VerdictClass.Wrong, $"Your test {string.Join(", and it ", Sentences(refused.Length, missed, faulty))}.", faults, checks) { FaultSets = [faults] };
    }

    private static IEnumerable<string> Sentences(int refused, Fault[] missed, int faulty)
    {
        if (refused > 0)
            yield return $"refuses {refused} right implementation{(refused == 1 ? "" : "s")}: it asks for more than the exercise does";
        if (missed.Length > FewEnoughToTell)
            yield return $"catches {faulty - missed.Length} of {faulty} faulty implementations";
        else if (missed.Length > 0)
            yield return $"lets pass one that {string.Join(", and one that ", missed.Select(fault => fault.Sentence))}";
    }

    private static bool IsRight(Candidate<TFunction> candidate, Outcome outcome) =>
        candidate.Fault is null ? outcome.Value is true : outcome.Value is false || outcome.Error is { IsStub: false };
}

/// <summary>Is an implementation a learner's test must judge.</summary>
/// <param name="Function">the implementation</param>
/// <param name="Fault">what is wrong with it; null for a right one</param>
public sealed record Candidate<TFunction>(TFunction Function, Fault? Fault = null)
    where TFunction : Delegate;
