using System.Text.RegularExpressions;

namespace DropoutLessons.Cli.Grading;

/// <summary>Cuts a stack trace to the lines a learner wrote.</summary>
internal static partial class LearnerTrace
{
    private const int MostLines = 8;

    /// <summary>Keeps the lines that have a place in the submission, as "Mask, cell 4, line 2".</summary>
    /// <param name="lines">frames as .NET writes them, innermost first</param>
    public static IReadOnlyList<string> Of(IEnumerable<string> lines) =>
        [.. lines.Select(line => Frame().Match(line)).Where(frame => frame.Success).Take(MostLines)
            .Select(frame => $"{Plain(frame.Groups["method"].Value)}, {frame.Groups["place"].Value}, line {frame.Groups["line"].Value}")];

    // The compiler writes <dropout_forward>g__Mask|0_1 for a function within a function, and <dropout_forward>b__0 for a lambda.
    private static string Plain(string method) => Inner().Match(method) is { Success: true } inner ? inner.Groups[1].Value : Lambda().Replace(method, "$1");

    [GeneratedRegex(@"^\s*at (Submission#\d+[.+])?(?<method>[^(]+)\(.*\) in (?<place>.+):line (?<line>\d+)$")]
    private static partial Regex Frame();

    [GeneratedRegex(@"<.*>g__(\w+)\|")]
    private static partial Regex Inner();

    [GeneratedRegex(@"^.*<(\w+)>b__.*$")]
    private static partial Regex Lambda();
}
