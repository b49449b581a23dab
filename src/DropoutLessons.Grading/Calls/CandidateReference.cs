namespace DropoutLessons.Grading;

/// <summary>Stands for an implementation handed to a learner's test, which must say whether it is right.</summary>
/// <remarks>The number tells nothing: which candidates are right is known to the exercise alone. <see cref="Exercise.Candidate"/> gives the implementation.</remarks>
/// <param name="Number">which candidate</param>
public readonly record struct CandidateReference(int Number);
