using System.Text.Json.Nodes;
using DropoutLessons.Grading;

namespace DropoutLessons.Worker;

/// <summary>Writes and reads what the grader and a worker say to each other.</summary>
internal static class MessageJson
{
    private const string Candidate = "candidate";

    /// <summary>Writes the calls of a probe; its name and purpose stay with the grader.</summary>
    public static string Write(Probe probe) => new JsonObject
    {
        ["arguments"] = PlainValue.ToJson(probe.Arguments.ToArray()),
        ["calls"] = new JsonArray([.. probe.Calls.Select(arguments => PlainValue.ToJson(arguments.ToArray()))]),
    }.ToJsonString();

    /// <summary>Reads what <see cref="Write(Probe)"/> wrote.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static Probe ReadProbe(string json)
    {
        var message = Parse(json);
        return new("", Arguments(message["arguments"])) { Calls = [.. message["calls"]!.AsArray().Select(Arguments)] };
    }

    /// <summary>Writes what a probe gave, or a candidate.</summary>
    /// <param name="outcome">what it gave</param>
    /// <param name="withArrays">true to tell what it wrote into the arrays it was handed, so that who called sees it in its own</param>
    /// <exception cref="ArgumentException">The value is not plain.</exception>
    public static string Write(Outcome outcome, bool withArrays = false) => new JsonObject
    {
        ["value"] = PlainValue.ToJson(outcome.Value),
        ["error"] = outcome.Error is not { } error ? null : new JsonObject
        {
            ["type"] = error.Type,
            ["message"] = error.Message,
            ["stub"] = error.IsStub,
            ["trace"] = new JsonArray([.. error.Trace.Select(line => (JsonNode)line)]),
        },
        ["modified"] = outcome.ModifiedInput,
        ["returned"] = outcome.ReturnedInput,
        ["after"] = withArrays && outcome.ArraysAfter is { } after ? PlainValue.ToJson(after.ToArray()) : null,
    }.ToJsonString();

    /// <summary>Reads what <see cref="Write(Outcome, bool)"/> wrote.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static Outcome ReadOutcome(string json)
    {
        var message = Parse(json);
        try
        {
            return new(PlainValue.FromJson(message["value"]), message["error"] is { } error ? ReadError(error) : null)
            {
                ModifiedInput = (bool)message["modified"]!,
                ReturnedInput = (bool)message["returned"]!,
                ArraysAfter = message["after"] is { } after ? Arguments(after) : null,
            };
        }
        catch (Exception e) when (e is InvalidOperationException or NullReferenceException or ArgumentException)
        {
            throw new FormatException("A part of the outcome is missing or of another kind.", e);
        }
    }

    /// <summary>Writes the wish to have a candidate called.</summary>
    public static string CandidateCall(CandidateReference candidate, object?[] arguments) =>
        new JsonObject { [Candidate] = candidate.Number, ["arguments"] = PlainValue.ToJson(arguments) }.ToJsonString();

    /// <summary>Reads what <see cref="CandidateCall"/> wrote; null when the message is something else.</summary>
    /// <exception cref="FormatException">The text is no message.</exception>
    public static (CandidateReference Candidate, IReadOnlyList<object?> Arguments)? ReadCandidateCall(string json) =>
        Parse(json) is var message && message[Candidate] is JsonValue number && number.TryGetValue(out int which) ? (new(which), Arguments(message["arguments"])) : null;

    private static ThrownError ReadError(JsonNode error) => new((string)error["type"]!, (string)error["message"]!, (bool)error["stub"]!)
    {
        Trace = [.. error["trace"]!.AsArray().Select(line => (string)line!)],
    };

    private static object?[] Arguments(JsonNode? json) => PlainValue.FromJson(json) as object?[] ?? throw new FormatException("Arguments are missing.");

    private static JsonObject Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject ?? throw new FormatException("The message is no JSON object.");
        }
        catch (System.Text.Json.JsonException e)
        {
            throw new FormatException($"The message is no JSON: {e.Message}", e);
        }
    }
}
