namespace DropoutLessons.Cli.Grading;

/// <summary>Holds everything a run of <c>grade</c> found.</summary>
/// <param name="Graded">the results, in the order the submissions were given</param>
/// <param name="Isolation">what held the submissions, and what did not, in a sentence</param>
/// <param name="IsIsolated">false when a submission could have reached files and network</param>
internal sealed record GradingResult(IReadOnlyList<Graded> Graded, string Isolation, bool IsIsolated)
{
    /// <summary>0 when all are right; 2 when none could be graded; else 1.</summary>
    public int ExitCode =>
        Graded.All(graded => graded.Report.Accepted) ? Cli.ExitCode.Ok : Graded.Any(graded => graded.Report.Gradable) ? Cli.ExitCode.Wrong : Cli.ExitCode.Unusable;

    /// <summary>Gives the one result of a form that holds only one.</summary>
    /// <param name="form">what the form is called</param>
    /// <exception cref="UnusableInputException">There are more.</exception>
    public Graded Single(string form) => Graded.Count == 1 ? Graded[0]
        : throw new UnusableInputException($"{form} takes one submission and one exercise, and there are {Graded.Count}. Grade them one by one, or choose --format json.");
}
