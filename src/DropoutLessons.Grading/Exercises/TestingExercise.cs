namespace DropoutLessons.Grading;

/// <summary>Asks for a test: a function that is handed an implementation and says whether it is right.</summary>
/// <remarks>The test must accept every right implementation and refuse every faulty one. What it judges wrongly is described only when it is at most two.</remarks>
/// <typeparam name="TFunction">type of the implementations</typeparam>
public sealed class TestingExercise<TFunction> : Exercise
    where TFunction : Delegate
{
    private const int FewEnoughToTell = 2;

    private (IReadOnlyList<Fault> Faults, Outcome[] Outcomes)[]? _known;

    /// <summary>The implementations, in the order a learner meets them.</summary>
    public required IReadOnlyList<Candidate<TFunction>> Candidates { get; init; }

    /// <summary>How many of them, from the first, a learner may know; the rest are hidden checks.</summary>
    public required int PublicCount { get; init; }

    /// <summary>What checks call an implementation, before its number.</summary>
    public string CandidateName { get; init; } = "candidate";

    /// <summary>Tests that are known to judge wrongly, and why; a test that judges every implementation as one of them does gets its faults.</summary>
    public IReadOnlyList<KnownTest<TFunction>> KnownTests { get; init; } = [];

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

    private (IReadOnlyList<Fault> Faults, Outcome[] Outcomes)[] Known =>
        _known ??= [.. KnownTests.Select(known => (known.Faults, Candidates.Select(candidate => new Outcome(known.Test(candidate.Function))).ToArray()))];

    private Probe[] Probes(int start, int count, bool isHidden) =>
        [.. Enumerable.Range(start, count).Select(i => new Probe($"{CandidateName}-{i + 1}", [new CandidateReference(i)]) { IsHidden = isHidden, Purpose = "an implementation you have not seen" })];

    internal override IEnumerable<KnownCase> KnownCases()
    {
        Candidate<TFunction>[] shown = [.. Candidates.Take(PublicCount)];
        KnownCase But(string fault, Func<Candidate<TFunction>, bool> isWronglyJudged) =>
            new([fault], false, [.. shown.Select(candidate => new Outcome(candidate.Fault is null != isWronglyJudged(candidate)))]);
        yield return new([], true, [.. shown.Select(candidate => new Outcome(candidate.Fault is null))]);
        if (KnownTests.Count == 0)
            yield return But("refuses-right", candidate => candidate.Fault is null);
        foreach (var refused in shown.Where(candidate => candidate.Variation is not null))
            yield return But($"refuses-{refused.Variation!.Name}", candidate => candidate == refused);
        foreach (var missed in shown.Where(candidate => candidate.Fault is not null))
            yield return But($"misses-{missed.Fault!.Name}", candidate => candidate.Fault?.Name == missed.Fault.Name);
        foreach (var (faults, outcomes) in Known)
            yield return new([.. faults.Select(fault => fault.Name)], false, outcomes[..PublicCount]);
    }

    private protected override Verdict JudgeSeen(IReadOnlyList<Probe> probes, IReadOnlyList<Outcome> outcomes)
    {
        int[] numbers = [.. probes.Select(probe => ((CandidateReference)probe.Arguments[0]!).Number)];
        var judgement = new Judgement(FunctionNames[0], [.. numbers.Zip(outcomes, (number, outcome) => (Candidates[number].Fault, Candidates[number].Variation, outcome))]);
        CheckResult[] checks = [.. probes.Select((probe, i) => new CheckResult(probe.Id, judgement.IsRight(i), judgement.IsRight(i) ? "judged rightly" : "judged wrongly"))];
        if (outcomes.All(outcome => outcome.Error is { IsStub: true }))
            return new(VerdictClass.NotSolved, $"Not solved yet: {FunctionNames[0]} still throws NotImplementedException. Write its body, run the cell, check again.", [], checks);
        // An exception is how most tests refuse; only a right implementation must not provoke one.
        if (judgement.ThrownForRight is { } error)
            return new(VerdictClass.Threw, $"{FunctionNames[0]} threw {error.Type} for a right implementation: {error.Message}", ["refuses-right"], checks) { Trace = error.Trace };
        if (judgement.Refused.Count == 0 && judgement.Missed.Count == 0)
            return new(VerdictClass.SameBits, $"Right: your test accepts every right implementation and catches all {judgement.FaultyCount} faulty ones.", [], checks);

        var known = Fitting(numbers, judgement);
        string[] names = known.Count > 0 ? [.. known.Select(fault => fault.Name)] : judgement.Names;
        string says = $"Your test {string.Join(", and it ", judgement.Sentences(known.Count > 0 ? 0 : FewEnoughToTell))}.";
        Fault[] told = known.Count > 0 ? [.. known] : judgement.Missed.Count <= FewEnoughToTell ? [.. judgement.Missed] : [];
        return new(VerdictClass.Wrong, known.Count > 0 ? $"{says} It {string.Join(", and ", known.Select(fault => fault.Sentence))}." : says, names, checks)
        {
            FaultSets = [names],
            Hints = [.. told.SelectMany(fault => fault.Hints)],
            Lesson = told.Select(fault => fault.Lesson).FirstOrDefault(lesson => lesson is not null),
        };
    }

    // The fewest faults that explain every judgement.
    private IReadOnlyList<Fault> Fitting(int[] numbers, Judgement judgement) =>
        Known.Where(known => Enumerable.Range(0, numbers.Length).All(i => judgement.IsAccepted(i) == known.Outcomes[numbers[i]].Value is true))
            .Select(known => known.Faults).OrderBy(faults => faults.Count).FirstOrDefault() ?? [];
}

/// <summary>Is an implementation a learner's test must judge.</summary>
/// <param name="Function">the implementation</param>
/// <param name="Fault">what is wrong with it; null for a right one</param>
public sealed record Candidate<TFunction>(TFunction Function, Fault? Fault = null)
    where TFunction : Delegate
{
    /// <summary>What a right one does otherwise than others, which a test that asks too much takes for wrong; null where there is nothing.</summary>
    public Fault? Variation { get; init; }
}

/// <summary>Is a test that judges wrongly.</summary>
/// <param name="Faults">what is wrong with it; a sentence continues "It …", said of the test</param>
/// <param name="Test">the test</param>
public sealed record KnownTest<TFunction>(IReadOnlyList<Fault> Faults, Func<TFunction, bool> Test)
    where TFunction : Delegate;
