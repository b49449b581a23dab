using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DropoutLessons.Grading;

namespace DropoutLessons.Cli.Grading;

/// <summary>Asks a worker process to run a submission on probes.</summary>
internal sealed record WorkerRequest(Submission Submission, IReadOnlyList<Probe> Probes);

/// <summary>Says what the worker saw: outcomes, one for each probe, or why there are none.</summary>
internal sealed record WorkerReply(IReadOnlyList<Outcome>? Outcomes, string? Failure);

/// <summary>Writes and reads the messages between the grader and its worker, one JSON text each.</summary>
internal static class WorkerMessages
{
    // NaN and the infinities are legitimate outputs; plain JSON has no words for them.
    private static readonly JsonSerializerOptions s_options = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, Converters = { new PlainValueConverter() } };

    public static string Write<T>(T message) => JsonSerializer.Serialize(message, s_options);

    public static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, s_options) ?? throw new JsonException("The message is empty.");
}

/// <summary>Carries arguments and results bit for bit.</summary>
internal sealed class PlainValueConverter : JsonConverter<object?>
{
    public override bool HandleNull => true;

    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return PlainValue.FromJson(JsonNode.Parse(ref reader));
        }
        catch (FormatException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options)
    {
        if (PlainValue.ToJson(value) is { } json)
            json.WriteTo(writer, options);
        else
            writer.WriteNullValue();
    }
}
