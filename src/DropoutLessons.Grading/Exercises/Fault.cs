namespace DropoutLessons.Grading;

/// <summary>Names a misconception.</summary>
/// <param name="Name">short name, as in reports: lower case with hyphens</param>
/// <param name="Sentence">what was done, in the learner's words; continues "Your function …"</param>
public sealed record Fault(string Name, string Sentence)
{
    /// <summary>Hints from vague to plain; the next one opens with the next try.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>Number of the lesson that teaches the idea; null when it is the exercise's own.</summary>
    public int? Lesson { get; init; }
}
