using DropoutLessons.Grading;

namespace DropoutLessons.Cli.Grading;

/// <summary>Holds all that grading one submission gave: the report, and what only some forms of it show.</summary>
/// <param name="Report">the report</param>
internal sealed record Graded(GradeReport Report)
{
    /// <summary>Id of the exercise; empty where it was not found out.</summary>
    public string Exercise { get; init; } = "";

    /// <summary>Something about how the answer was found that the learner should know, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Combinations of misconceptions that fit, several where faults hide each other.</summary>
    public IReadOnlyList<IReadOnlyList<string>> FaultSets { get; init; } = [];

    /// <summary>Hints that are open at this try.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>The learner's own lines of a stack trace.</summary>
    public IReadOnlyList<string> Trace { get; init; } = [];

    /// <summary>Lesson to read again, or null.</summary>
    public int? Lesson { get; init; }

    /// <summary>Ids of the checks whose inputs stay secret.</summary>
    public IReadOnlyList<string> HiddenChecks { get; init; } = [];

    /// <summary>What reading the code says; no part of the mark.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

    /// <summary>What the answer made of a public probe that shows the fault, or null.</summary>
    public Example? Example { get; init; }

    /// <summary>Makes the result of a verdict.</summary>
    public static Graded Of(GradeReport report, Verdict verdict) => new(report)
    {
        FaultSets = verdict.FaultSets,
        Hints = verdict.Hints,
        Trace = LearnerTrace.Of(verdict.Trace),
        Lesson = verdict.Lesson,
    };
}

/// <summary>Shows what an answer does to activations.</summary>
/// <param name="Probe">which public probe</param>
/// <param name="X">the activations</param>
/// <param name="Y">what came back</param>
internal sealed record Example(string Probe, float[] X, float[] Y);
