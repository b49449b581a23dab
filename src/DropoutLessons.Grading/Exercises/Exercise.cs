using System.Globalization;

namespace DropoutLessons.Grading;

/// <summary>Is something a learner is asked for, and the judge of what comes back.</summary>
/// <remarks>
/// Immutable and pure: equal outcomes give equal verdicts. The answer itself is never called by <see cref="Judge"/>, so judging is safe; <see cref="Try"/> calls it here and now.
/// </remarks>
public abstract class Exercise
{
    /// <summary>Unique name that starts with the lesson's number, such as "15-dropout-forward".</summary>
    public required string Id { get; init; }

    /// <summary>Names under which a submission may hold the answer; the first is used in messages.</summary>
    public required IReadOnlyList<string> FunctionNames { get; init; }

    /// <summary>What is asked for, in a sentence.</summary>
    public required string Goal { get; init; }

    /// <summary>Hints from vague to plain, for when no misconception has its own; the next one opens with the next try.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>What of the kit an answer handed in may use beyond keys and streams. In a notebook all of it is there.</summary>
    public KitPart Parts { get; init; }

    /// <summary>Number of the lesson the exercise stands in.</summary>
    public int Lesson => int.Parse(Id.AsSpan(0, 2), CultureInfo.InvariantCulture);

    /// <summary>What the answer takes and returns.</summary>
    public abstract Signature Signature { get; }

    /// <summary>Calls a learner may know.</summary>
    public abstract IReadOnlyList<Probe> PublicProbes { get; }

    /// <summary>Draws calls that only who holds <paramref name="secret"/> knows; none for an exercise without hidden checks.</summary>
    public abstract IReadOnlyList<Probe> HiddenProbes(Secret secret);

    /// <summary>Judges what an answer gave for <paramref name="probes"/>.</summary>
    /// <param name="probes">the calls that were made; public ones, hidden ones or both</param>
    /// <param name="outcomes">what each of them gave, in the same order</param>
    /// <param name="tries">which valid try this is, from 1; later tries open more hints</param>
    /// <exception cref="ArgumentException">There is no probe, or the numbers of probes and outcomes differ: with nothing seen, nothing can be accepted.</exception>
    public Verdict Judge(IReadOnlyList<Probe> probes, IReadOnlyList<Outcome> outcomes, int tries = 1)
    {
        ArgumentNullException.ThrowIfNull(probes);
        ArgumentNullException.ThrowIfNull(outcomes);
        if (probes.Count == 0 || probes.Count != outcomes.Count)
            throw new ArgumentException($"{outcomes.Count} outcomes for {probes.Count} probes: there must be one for each, and at least one.", nameof(outcomes));
        var verdict = JudgeSeen(probes, outcomes);
        return verdict with { Exercise = Id, Hints = verdict.Accepted ? [] : [.. verdict.Hints.Concat(Hints).Take(tries)] };
    }

    /// <summary>Calls <paramref name="answer"/> with the public probes, in this process, and judges it.</summary>
    /// <param name="answer">the learner's function, of any delegate type with the exercise's signature</param>
    /// <param name="tries">which valid try this is, from 1</param>
    /// <returns>the verdict; <see cref="VerdictClass.NotGradable"/> when the function has another signature</returns>
    public Verdict Try(Delegate answer, int tries = 1)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Mismatch(Grading.Signature.Of(answer)) is { } mismatch
            ? new(VerdictClass.NotGradable, mismatch, [], []) { Exercise = Id }
            : Judge(PublicProbes, [.. PublicProbes.Select(probe => Caller.Call(answer, probe, Candidate))], tries);
    }

    /// <summary>Says what is wrong with a function's signature; null when it is the exercise's.</summary>
    public string? Mismatch(Signature found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return Signature.Fits(found) ? null : $"The answer has the signature {found.Text(FunctionNames[0])}. Write {Signature.Text(FunctionNames[0])}.";
    }

    /// <summary>Gives the implementation that a <see cref="CandidateReference"/> in a probe's arguments stands for.</summary>
    /// <exception cref="ArgumentException">The exercise has no such candidate.</exception>
    public virtual Delegate Candidate(CandidateReference reference) =>
        throw new ArgumentException($"The exercise {Id} hands out no implementations.", nameof(reference));

    /// <summary>Makes the answers the exercise knows beforehand, with what they are to be called, so that it can be held to its own words.</summary>
    internal virtual IEnumerable<KnownCase> KnownCases() => [];

    /// <summary>Judges outcomes that are as many as the probes; the hints are those of the misconception, all of them.</summary>
    private protected abstract Verdict JudgeSeen(IReadOnlyList<Probe> probes, IReadOnlyList<Outcome> outcomes);
}

/// <summary>Is an answer known beforehand: what it gives for the public probes, and what a verdict must say of it.</summary>
/// <param name="Faults">names a verdict gives; empty for a right answer</param>
/// <param name="IsAccepted">whether it counts as right</param>
/// <param name="Outcomes">what it gives for the public probes</param>
internal sealed record KnownCase(IReadOnlyList<string> Faults, bool IsAccepted, IReadOnlyList<Outcome> Outcomes);
