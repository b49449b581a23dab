using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DropoutLessons.Cli.Grading;

/// <summary>Writes results as SARIF 2.1.0: faults are errors, what reading the code suggests is a note at its line.</summary>
/// <remarks>Source: OASIS, Static Analysis Results Interchange Format 2.1.0.</remarks>
internal static class SarifReport
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(GradingResult result)
    {
        var results = result.Graded.SelectMany(graded => Verdicts(graded).Concat(Notes(graded))).ToArray();
        var log = new Dictionary<string, object>
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new object[]
            {
                new
                {
                    Tool = new { Driver = new { Name = "dropout-lessons", Version = typeof(SarifReport).Assembly.GetName().Version?.ToString(3), Rules = Rules(results) } },
                    Invocations = new[] { new { ExecutionSuccessful = true, ToolExecutionNotifications = new[] { new { Level = result.IsIsolated ? "note" : "warning", Message = new { Text = result.Isolation } } } } },
                    Results = results,
                },
            },
        };
        return JsonSerializer.Serialize(log, s_json);
    }

    private static object[] Rules(Finding[] results)
    {
        var purposes = Suggestions.Rules.ToDictionary(rule => rule.Name, rule => rule.Purpose);
        return [.. results.Select(found => found.RuleId).Distinct().Select(id => new { Id = id, ShortDescription = new { Text = purposes.GetValueOrDefault(id) ?? id.Replace('-', ' ') } })];
    }

    private static IEnumerable<Finding> Verdicts(Graded graded)
    {
        var report = graded.Report;
        if (report.Accepted)
            return [];
        return (report.Faults.Count > 0 ? report.Faults : [report.Class]).Select(rule => new Finding(rule, "error", new(report.Message), [Place(report.File, null)]));
    }

    private static IEnumerable<Finding> Notes(Graded graded) =>
        graded.Suggestions.Select(suggestion => new Finding(suggestion.Rule, "note", new(suggestion.Message), [Place(graded.Report.File, suggestion)]));

    private static object Place(string file, Suggestion? suggestion)
    {
        // In a notebook a line counts within its cell, which a region of the file cannot say.
        bool isCell = suggestion is not null && file.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase);
        return new
        {
            PhysicalLocation = new
            {
                ArtifactLocation = new { Uri = string.Join('/', file.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString)) },
                Region = suggestion is null || isCell ? null : new { StartLine = suggestion.Line, StartColumn = suggestion.Column },
            },
            LogicalLocations = isCell ? new[] { new { Name = $"{suggestion!.Place}, line {suggestion.Line}, column {suggestion.Column}" } } : null,
        };
    }

    private sealed record Finding(string RuleId, string Level, Words Message, object[] Locations);

    private sealed record Words(string Text);
}
