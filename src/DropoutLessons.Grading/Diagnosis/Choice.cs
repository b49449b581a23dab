namespace DropoutLessons.Grading;

/// <summary>Names one way of taking one step of dropout, right or wrong.</summary>
/// <param name="Fault">short name of the misconception; empty for the way JAX takes it</param>
/// <param name="Sentence">what was done, in the learner's words; empty for the way JAX takes it</param>
/// <param name="Apply">the step itself</param>
/// <param name="IsAccepted">true when the result is right up to the last bit</param>
internal sealed record Choice<TStep>(string Fault, string Sentence, TStep Apply, bool IsAccepted = false)
    where TStep : Delegate
{
    public static Choice<TStep> Right(TStep apply) => new("", "", apply, IsAccepted: true);
}
