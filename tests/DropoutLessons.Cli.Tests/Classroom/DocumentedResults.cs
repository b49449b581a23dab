using System.Text.Json;

namespace DropoutLessons.Cli.Tests.Classroom;

/// <summary>Holds results.json to what the services document, in our words.</summary>
internal static class DocumentedResults
{
    private static readonly string[] s_visibility = ["hidden", "after_due_date", "after_published", "visible"];
    private static readonly string[] s_form = ["text", "html", "simple_format", "md", "ansi"];

    /// <summary>PrairieLearn, "External grading", "Grading results": a gradable one needs a score from 0 to 1; the other fields are read by its element when they are there.</summary>
    public static JsonElement PrairieLearn(string text)
    {
        Assert.True(text.Length <= 1_000_000, "PrairieLearn takes at most 1 MB");
        var root = JsonDocument.Parse(text).RootElement;
        bool isGradable = !root.TryGetProperty("gradable", out var gradable) || gradable.GetBoolean();
        if (isGradable)
            Assert.InRange(root.GetProperty("score").GetDouble(), 0, 1);
        IsText(root, "message", "output");
        if (root.TryGetProperty("format_errors", out var errors))
            Assert.True(errors.ValueKind is JsonValueKind.String || errors.EnumerateArray().All(error => error.ValueKind is JsonValueKind.String));
        foreach (var test in Items(root, "tests"))
        {
            IsText(test, "name", "description", "message", "output");
            Assert.InRange(test.GetProperty("points").GetDouble(), 0, test.GetProperty("max_points").GetDouble());
        }
        return root;
    }

    /// <summary>Gradescope, "Autograder Specifications", "Output format": a score above, or one in each test; names from closed lists.</summary>
    public static JsonElement Gradescope(string text)
    {
        var root = JsonDocument.Parse(text).RootElement;
        Assert.True(root.TryGetProperty("score", out var score) || Items(root, "tests").All(test => test.TryGetProperty("score", out score)));
        Assert.InRange(score.GetDouble(), 0, 1);
        IsText(root, "output");
        IsOneOf(root, s_visibility, "visibility", "stdout_visibility");
        IsOneOf(root, s_form, "output_format", "test_output_format", "test_name_format");
        if (root.TryGetProperty("execution_time", out var seconds))
            Assert.True(seconds.GetDouble() >= 0);
        if (root.TryGetProperty("extra_data", out var extra))
            Assert.Equal(JsonValueKind.Object, extra.ValueKind);
        foreach (var test in Items(root, "tests"))
        {
            IsText(test, "name", "number", "output");
            IsOneOf(test, ["passed", "failed"], "status");
            IsOneOf(test, s_visibility, "visibility");
        }
        return root;
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement root, string name) => root.TryGetProperty(name, out var items) ? items.EnumerateArray() : default;

    private static void IsText(JsonElement root, params string[] names) =>
        Assert.All(names, name => Assert.True(!root.TryGetProperty(name, out var text) || text.ValueKind is JsonValueKind.String, name));

    private static void IsOneOf(JsonElement root, string[] values, params string[] names) =>
        Assert.All(names, name => Assert.True(!root.TryGetProperty(name, out var text) || values.Contains(text.GetString()), name));
}
