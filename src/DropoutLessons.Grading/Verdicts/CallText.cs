using System.Globalization;

namespace DropoutLessons.Grading;

/// <summary>Writes a probe's call for a message.</summary>
internal static class CallText
{
    private const int LongestArray = 4;

    /// <summary>Writes the arguments that fit a line, by name; of a hidden probe its purpose alone.</summary>
    public static string Of(Signature signature, Probe probe)
    {
        if (probe.IsHidden)
            return $"a hidden check{(probe.Purpose.Length > 0 ? $" of {probe.Purpose}" : "")}";
        string[] arguments = [.. signature.Parameters.Zip(probe.Arguments).Where(pair => !IsLong(pair.Second)).Select(pair => $"{pair.First.Name} {Text(pair.Second)}")];
        return arguments.Length > 0 ? string.Join(", ", arguments) : probe.Id;
    }

    private static bool IsLong(object? argument) => argument is Array { Length: > LongestArray };

    private static string Text(object? argument) => argument switch
    {
        double number => number.ToString("0.0################", CultureInfo.InvariantCulture),
        Array values => $"[{string.Join(", ", values.Cast<object?>().Select(ValueComparer.Text))}]",
        _ => ValueComparer.Text(argument),
    };
}
