using System.Text.Json;
using System.Text.Json.Serialization;
using DropoutLessons.Grading;

namespace DropoutLessons.Cli.Grading;

/// <summary>Is what <c>grade</c> tells about one submission, in the shape of its JSON.</summary>
/// <param name="Schema">name and version of this shape</param>
/// <param name="File">the submission's path as given; with <c>#exercise</c> behind it where the file answers several</param>
/// <param name="Accepted">true when the answer is right</param>
/// <param name="Score">1 when accepted, else 0</param>
/// <param name="Class">same-bits, within-one-ulp, same-distribution, wrong, not-solved, threw or not-gradable</param>
/// <param name="Faults">names of the misconceptions found</param>
/// <param name="Message">one sentence for the learner</param>
/// <param name="Checks">the probes one by one; of a hidden one neither inputs nor bits</param>
/// <param name="Gradable">false when the submission could not be run to an answer; it then counts as no attempt</param>
/// <param name="DurationMs">wall time of grading in milliseconds</param>
internal sealed record GradeReport(
    string Schema, string File, bool Accepted, double Score, string Class, IReadOnlyList<string> Faults,
    string Message, IReadOnlyList<CheckResult> Checks, bool Gradable, long DurationMs)
{
    /// <summary>Name and version of the shape; a change that breaks readers changes the number.</summary>
    public const string CurrentSchema = "dropout-lessons/grade/1";

    /// <summary>Exit code of a run that graded just this submission.</summary>
    [JsonIgnore]
    public int ExitCode => !Gradable ? Cli.ExitCode.Unusable : Accepted ? Cli.ExitCode.Ok : Cli.ExitCode.Wrong;

    /// <summary>What a person calls the result.</summary>
    [JsonIgnore]
    public string Mark => !Gradable ? "not gradable" : Accepted ? "right" : Class == "not-solved" ? "not solved yet" : "wrong";

    public static GradeReport Of(string file, Verdict verdict, TimeSpan duration) => new(
        CurrentSchema, file, verdict.Accepted, verdict.Accepted ? 1 : 0, JsonNamingPolicy.KebabCaseLower.ConvertName(verdict.Class.ToString()), verdict.Faults,
        verdict.Message, verdict.Checks, verdict.Class != VerdictClass.NotGradable, (long)duration.TotalMilliseconds);

    public static GradeReport NotGradable(string file, string reason, TimeSpan duration) => new(
        CurrentSchema, file, false, 0, "not-gradable", [], reason, [], false, (long)duration.TotalMilliseconds);
}
