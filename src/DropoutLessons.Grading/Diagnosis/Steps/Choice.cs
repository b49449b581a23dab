namespace DropoutLessons.Grading;

/// <summary>Names one way of taking one step of dropout, right or wrong.</summary>
/// <param name="Fault">the misconception; null for the way the reference takes it</param>
/// <param name="Apply">the step itself</param>
/// <param name="IsAccepted">true when the result is right up to the last bit; the fault is then a remark</param>
internal sealed record Choice<TStep>(Fault? Fault, TStep Apply, bool IsAccepted = false)
{
    /// <summary>Weight in the search for the simplest combination: a remark is next to nothing beside a fault.</summary>
    public int Weight => Fault is null ? 0 : IsAccepted ? 1 : 100;

    public static Choice<TStep> Right(TStep apply) => new(null, apply, IsAccepted: true);

    public static implicit operator Choice<TStep>((Fault Fault, TStep Apply) wrong) => new(wrong.Fault, wrong.Apply);
}
