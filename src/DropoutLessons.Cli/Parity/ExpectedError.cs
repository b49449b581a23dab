using System.Text.Json;

namespace DropoutLessons.Cli.Parity;

/// <summary>Compares an exception thrown here with the Python error a golden row expects.</summary>
internal static class ExpectedError
{
    private static readonly string[] s_quoted = ["needs PRNG for", "No RngStream named", "Invalid rng value", "deterministic", "`rngs`"];

    /// <summary>Says how <paramref name="thrown"/> differs from the error expected; null when it does not.</summary>
    public static string? Difference(JsonElement expected, Exception thrown)
    {
        string kind = expected.GetProperty("error").GetString()!, got = PythonClass(thrown);
        if (kind != got)
            return $"expected {kind}, got {got}: {thrown.Message}";
        // Lessons quote these texts, so they must be Flax's word for word; Python shows a KeyError's in quotes of its own.
        string? message = expected.Optional("message")?.GetString();
        string? plain = kind == "KeyError" ? message?.Trim('"') : message;
        return plain is null || !s_quoted.Any(part => plain.Contains(part, StringComparison.Ordinal)) || plain == thrown.Message ? null
            : $"expected the text «{plain}», got «{thrown.Message}»";
    }

    private static string PythonClass(Exception thrown) => thrown switch
    {
        OverflowException => "OverflowError",
        KeyNotFoundException => "KeyError",
        MissingMemberException => "AttributeError",
        InvalidCastException => "TypeError",
        ArgumentException or FormatException or InvalidOperationException => "ValueError",
        _ => thrown.GetType().Name.Replace("Exception", "Error", StringComparison.Ordinal),
    };
}
