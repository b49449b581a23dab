using System.Text.Json;
using System.Text.Json.Serialization;
using DropoutLessons.Grading;

namespace DropoutLessons.Cli.Grading;

/// <summary>Is what <c>grade</c> tells about one submission, in the shape of its JSON.</summary>
/// <param name="Schema">name and version of this shape</param>
/// <param name="File">the submission's path as given</param>
/// <param name="Gradable">false when the submission could not be run to an answer; it then counts as no attempt</param>
/// <param name="Accepted">true when the answer is right</param>
/// <param name="Score">1 when accepted, else 0</param>
/// <param name="Class">same-bits, within-one-ulp, wrong, not-solved, threw or not-gradable</param>
/// <param name="Faults">names of the misconceptions found</param>
/// <param name="Message">one sentence for the learner</param>
/// <param name="Checks">the probes one by one</param>
/// <param name="DurationMs">wall time of grading in milliseconds</param>
internal sealed record GradeReport(
    string Schema, string File, bool Gradable, bool Accepted, double Score, string Class, IReadOnlyList<string> Faults,
    string Message, IReadOnlyList<CheckResult> Checks, long DurationMs)
{
    private const string CurrentSchema = "dropout-lessons/grade/1";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Exit code of a run that graded just this submission.</summary>
    [JsonIgnore]
    public int ExitCode => !Gradable ? Cli.ExitCode.Unusable : Accepted ? Cli.ExitCode.Ok : Cli.ExitCode.Wrong;

    public static GradeReport Of(string file, Verdict verdict, TimeSpan duration) => new(
        CurrentSchema, file, true, verdict.Accepted, verdict.Accepted ? 1 : 0,
        JsonNamingPolicy.KebabCaseLower.ConvertName(verdict.Class.ToString()), verdict.Faults, verdict.Message, verdict.Checks, (long)duration.TotalMilliseconds);

    public static GradeReport NotGradable(string file, string reason, TimeSpan duration) => new(
        CurrentSchema, file, false, false, 0, "not-gradable", [], reason, [], (long)duration.TotalMilliseconds);

    public string ToJson() => JsonSerializer.Serialize(this, s_json);
}
