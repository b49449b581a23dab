using DropoutLessons.Worker;

namespace DropoutLessons.Cli.Grading;

/// <summary>Holds what the compiler made of a submission.</summary>
/// <param name="Cells">cells up to the answer, in the order they run, and the expression that names the answer; empty when there is none to run</param>
/// <param name="Failure">why there is no answer to run, in words; null when there is one</param>
/// <param name="Note">something about how the answer was chosen that the learner should know, or null</param>
/// <param name="Suggestions">what reading the code says; a help, never a mark</param>
internal sealed record CompiledSubmission(
    IReadOnlyList<CompiledCell> Cells, string? Failure, string? Note, IReadOnlyList<Suggestion> Suggestions)
{
    public static CompiledSubmission NotUsable(string failure) => new([], failure, null, []);
}

/// <summary>Points at a place of the code that is worth a second look.</summary>
/// <param name="Rule">short name of what was noticed</param>
/// <param name="Message">what it is and what to do, in one sentence</param>
/// <param name="Place">cell, or the file's name</param>
/// <param name="Line">line within the place, from 1</param>
/// <param name="Column">column, from 1</param>
internal sealed record Suggestion(string Rule, string Message, string Place, int Line, int Column);
