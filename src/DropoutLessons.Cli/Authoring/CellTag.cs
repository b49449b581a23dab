namespace DropoutLessons.Cli.Authoring;

/// <summary>Names the tags that decide which copy of a lesson holds a cell.</summary>
internal static class CellTag
{
    /// <summary>The learner's to fill in: the stub; only in the learner's copy.</summary>
    public const string Exercise = "exercise";

    /// <summary>The answer to the exercise before it, and its explanation; only in the teacher's copy.</summary>
    public const string Solution = "solution";

    /// <summary>Help that shows on request.</summary>
    public const string Hint = "hint";

    /// <summary>Grades the answer above it.</summary>
    public const string Check = "check";

    /// <summary>A C# expression that is true as long as the prose beside it is; only in the teacher's copy.</summary>
    public const string Claim = "claim";

    /// <summary>A note to whoever teaches the lesson; only in the teacher's copy.</summary>
    public const string Teacher = "teacher";

    /// <summary>A cell that is meant to fail; the runners go on after it.</summary>
    public const string RaisesException = "raises-exception";

    /// <summary>Every tag a cell may carry.</summary>
    public static IReadOnlyList<string> All { get; } = [Exercise, Solution, Hint, Check, Claim, Teacher, RaisesException];
}
