namespace DropoutLessons.Grading;

/// <summary>Stands for an implementation handed to a learner's test, which must say whether it is right.</summary>
/// <remarks>The number tells nothing: which candidates are right is known to the exercise alone. The exercise gives the implementation to whom it trusts.</remarks>
/// <param name="Number">which candidate</param>
public readonly record struct CandidateReference(int Number);
