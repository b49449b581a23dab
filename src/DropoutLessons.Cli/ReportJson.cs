using System.Text.Encodings.Web;
using System.Text.Json;

namespace DropoutLessons.Cli;

/// <summary>Writes what commands report as JSON: names in snake_case, indented.</summary>
internal static class ReportJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a report.</summary>
    public static string Of<T>(T report) => JsonSerializer.Serialize(report, Options);
}
