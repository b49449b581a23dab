namespace DropoutLessons.Grading;

/// <summary>Is one combination of faults that gives exactly the outcomes seen.</summary>
/// <param name="Faults">the faults, in the order a learner should hear of them; empty when it is right</param>
/// <param name="Remarks">what is done otherwise than in the reference and is right all the same, such as another rounding</param>
public sealed record Explanation(IReadOnlyList<Fault> Faults, IReadOnlyList<Fault> Remarks)
{
    /// <summary>The faults, or the remarks where there is no fault, in one clause that continues "Your function …".</summary>
    public string Sentence => string.Join(", and ", (Faults.Count > 0 ? Faults : Remarks).Select(fault => fault.Sentence));
}
