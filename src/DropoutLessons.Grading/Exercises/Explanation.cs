namespace DropoutLessons.Grading;

/// <summary>Is one combination of faults that gives exactly the outcomes seen.</summary>
/// <param name="Faults">the faults, in the order a learner should hear of them; empty for the reference's own way</param>
/// <param name="IsAccepted">true when the combination is right up to the last bit, so that its "faults" are only remarks</param>
public sealed record Explanation(IReadOnlyList<Fault> Faults, bool IsAccepted = false)
{
    /// <summary>All of it in one clause that continues "Your function …".</summary>
    public string Sentence => string.Join(", and ", Faults.Select(fault => fault.Sentence));
}
