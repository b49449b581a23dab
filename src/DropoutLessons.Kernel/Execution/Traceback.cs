using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DropoutLessons.Kernel;

/// <summary>Writes an exception as a learner can read it: what happened, then the learner's own lines.</summary>
internal static partial class Traceback
{
    private const int MostFrames = 12;

    /// <summary>Writes <paramref name="exception"/>; frames of the compiler's and the host's own code are left out.</summary>
    public static CellError Of(Exception exception)
    {
        if (exception is CellInterruptedException or ThreadInterruptedException)
            return new(CellError.Interrupted, "The cell was interrupted.", ["Interrupted: the cell was stopped before its end."]);
        string[] frames = [.. Frames(exception).Take(MostFrames)];
        string name = exception.GetType().Name;
        var lines = new List<string> { $"{name}: {exception.Message}" };
        lines.AddRange(frames);
        for (var inner = exception.InnerException; inner is not null; inner = inner.InnerException)
            lines.Add($"caused by {inner.GetType().Name}: {inner.Message}");
        return new(name, exception.Message, lines);
    }

    private static IEnumerable<string> Frames(Exception exception)
    {
        // A stack overflow leaves a hundred thousand frames; the innermost tell the story.
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames().Take(200))
            if (frame.GetFileName() is { } file && frame.GetFileLineNumber() is > 0 and var line && CellFile().IsMatch(file))
                yield return $"   at {MethodName(frame)}{file}, line {line}";
    }

    private static string MethodName(StackFrame frame)
    {
        string name = frame.GetMethod() is { } method ? method.Name : "";
        if (name is "MoveNext" or "<Initialize>" or "<Factory>")
            name = frame.GetMethod()?.DeclaringType?.Name ?? "";
        // The compiler writes <f>g__helper|0_1 for a local function and <<Initialize>>d__0 for the cell itself.
        var match = LocalFunction().Match(name);
        string plain = match.Success ? match.Groups[1].Value : name;
        return plain.Length == 0 || plain.Contains('<', StringComparison.Ordinal) ? "" : $"{plain}, ";
    }

    [GeneratedRegex(@"^(cell \d+|unnumbered cell|expression \w+)( > .*)?$")]
    private static partial Regex CellFile();

    [GeneratedRegex(@"^<.*>g__(\w+)\|")]
    private static partial Regex LocalFunction();
}
