using DropoutLessons.Grading;

namespace DropoutLessons.Cli.Grading;

/// <summary>Says what a submission has to define.</summary>
/// <param name="Names">names the function may have; the first one is used in messages</param>
/// <param name="DelegateType">C# type of a delegate that can hold it</param>
/// <param name="Signature">the function's head, as a learner writes it</param>
/// <param name="Parts">what of the kit it may use beyond keys and streams</param>
internal sealed record AnswerSought(IReadOnlyList<string> Names, string DelegateType, string Signature, KitPart Parts);
