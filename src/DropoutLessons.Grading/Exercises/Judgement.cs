namespace DropoutLessons.Grading;

/// <summary>Holds what a learner's test said of some implementations.</summary>
/// <param name="TestName">what the test is called</param>
/// <param name="Seen">of each implementation its fault, what a right one does otherwise, and what the test gave</param>
internal sealed record Judgement(string TestName, IReadOnlyList<(Fault? Fault, Fault? Variation, Outcome Outcome)> Seen)
{
    /// <summary>Right implementations that were refused: what each does otherwise, or null.</summary>
    public IReadOnlyList<Fault?> Refused { get; } = [.. Seen.Where(entry => entry.Fault is null && !IsRight(entry)).Select(entry => entry.Variation)];

    /// <summary>Faults of the implementations that were accepted.</summary>
    public IReadOnlyList<Fault> Missed { get; } = [.. Seen.Where(entry => entry.Fault is not null && !IsRight(entry)).Select(entry => entry.Fault!)];

    /// <summary>Number of faulty implementations.</summary>
    public int FaultyCount => Seen.Count(entry => entry.Fault is not null);

    /// <summary>What the test threw when it was handed a right implementation; null for nothing.</summary>
    public ThrownError? ThrownForRight => Seen.Where(entry => entry.Fault is null).Select(entry => entry.Outcome.Error).FirstOrDefault(error => error is not null);

    /// <summary>Names of what was judged wrongly; that all right ones are refused is one mistake, not one for each.</summary>
    public string[] Names =>
    [
        .. Refused.Count < Seen.Count - FaultyCount && Refused.All(variation => variation is not null) ? Refused.Select(variation => $"refuses-{variation!.Name}") : ["refuses-right"],
        .. Missed.Select(fault => $"misses-{fault.Name}").Distinct(),
    ];

    /// <summary>True when implementation <paramref name="i"/> was accepted; an exception refuses.</summary>
    public bool IsAccepted(int i) => Seen[i].Outcome.Value is true;

    /// <summary>True when implementation <paramref name="i"/> was judged as it is.</summary>
    public bool IsRight(int i) => IsRight(Seen[i]);

    /// <summary>Says what was judged wrongly, in clauses that continue "Your test …".</summary>
    /// <param name="most">how many implementations of a kind may be described; of more only the number is told</param>
    public IEnumerable<string> Sentences(int most)
    {
        if (Refused.Count > 0)
        {
            string which = Refused.Count <= most && Refused.All(variation => variation is not null) ? $", which {string.Join("; and one which ", Refused.Select(variation => variation!.Sentence))}" : "";
            yield return $"refuses {Refused.Count} right implementation{(Refused.Count == 1 ? "" : "s")}{which}: it asks for more than the exercise does";
        }
        if (Missed.Count > most)
            yield return $"catches {FaultyCount - Missed.Count} of {FaultyCount} faulty implementations";
        else if (Missed.Count > 0)
            yield return $"lets pass one that {string.Join(", and one that ", Missed.Select(fault => fault.Sentence))}";
    }

    private static bool IsRight((Fault? Fault, Fault? Variation, Outcome Outcome) entry) =>
        entry.Fault is null ? entry.Outcome.Value is true : entry.Outcome.Value is false || entry.Outcome.Error is { IsStub: false };
}
