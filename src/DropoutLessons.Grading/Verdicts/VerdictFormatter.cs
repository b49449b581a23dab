using System.Net;
using System.Text.Json.Nodes;

namespace DropoutLessons.Grading;

/// <summary>Marks a type with the source of its formatters; notebook hosts find it by this name, without a reference.</summary>
/// <remarks>Source: the by-name convention of Microsoft.DotNet.Interactive.Formatting.</remarks>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; set; } = ["text/html", VerdictJson.Type];
}

/// <summary>Is the shape a host looks for in a formatter source.</summary>
internal interface IFormatterSource
{
    /// <summary>Makes the formatters of one type, one for each MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters();
}

/// <summary>Is the shape a host looks for in a formatter.</summary>
internal interface IFormatter
{
    /// <summary>MIME type of what <see cref="Format"/> writes.</summary>
    public string MimeType { get; }

    /// <summary>Writes <paramref name="instance"/>; false when it is of another type.</summary>
    public bool Format(object instance, TextWriter writer);
}

/// <summary>Offers a host the formatters of <see cref="Verdict"/>.</summary>
internal sealed class VerdictFormatterSource : IFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() => [new VerdictHtml(), new VerdictText(), new VerdictJson()];
}

/// <summary>Writes a verdict as a box whose mark, words and border agree, so that colour is never the only sign.</summary>
internal sealed class VerdictHtml : IFormatter
{
    public string MimeType => "text/html";

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not Verdict verdict)
            return false;
        string colour = verdict.Accepted ? "#1a7f37" : verdict.Class == VerdictClass.NotSolved ? "#6e7781" : "#b35900";
        writer.Write($"<div role=\"status\" style=\"border-left:4px solid {colour};padding:.4em .8em\">");
        writer.Write($"<strong>{WebUtility.HtmlEncode(verdict.ToString())}</strong>");
        if (verdict.Trace.Count > 0)
            writer.Write($"<pre>{WebUtility.HtmlEncode(string.Join('\n', verdict.Trace))}</pre>");
        // Named apart from the hints below an exercise; classic Notebook takes the mark from a summary that is no list item.
        string[] hints = [.. VerdictText.Hints(verdict)];
        for (int i = 0; i < hints.Length; i++)
            writer.Write($"<details><summary style=\"display:list-item;cursor:pointer\">{(hints.Length == 1 ? "A hint" : $"Hint {i + 1}")} on this answer</summary>{WebUtility.HtmlEncode(hints[i])}</details>");
        if (verdict.Lesson is { } lesson)
            writer.Write($"<div>Lesson {lesson} is about this.</div>");
        writer.Write("</div>");
        return true;
    }
}

/// <summary>Writes a verdict as its sentence.</summary>
internal sealed class VerdictText : IFormatter
{
    public string MimeType => "text/plain";

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not Verdict verdict)
            return false;
        string?[] lines = [verdict.ToString(), .. verdict.Trace, .. Hints(verdict).Select(hint => $"Hint: {hint}"), verdict.Lesson is { } lesson ? $"Lesson {lesson} is about this." : null];
        writer.Write(string.Join('\n', lines.Where(line => line is not null)));
        return true;
    }

    /// <summary>The open hints, for an answer that was tried and is not right.</summary>
    public static IEnumerable<string> Hints(Verdict verdict) => verdict is { Accepted: false, IsTry: true } ? verdict.Hints : [];
}

/// <summary>Writes a verdict for programs that read notebooks: which exercise, accepted or not, faults, open hints.</summary>
internal sealed class VerdictJson : IFormatter
{
    /// <summary>MIME type of the form; front ends pass over it.</summary>
    public const string Type = "application/vnd.dropout-lessons.verdict+json";

    public string MimeType => Type;

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not Verdict verdict)
            return false;
        writer.Write(new JsonObject
        {
            ["exercise"] = verdict.Exercise,
            ["accepted"] = verdict.Accepted,
            ["is_try"] = verdict.IsTry,
            ["message"] = verdict.Message,
            ["faults"] = new JsonArray([.. verdict.Faults.Select(fault => JsonValue.Create(fault))]),
            ["hints"] = new JsonArray([.. verdict.Hints.Select(hint => JsonValue.Create(hint))]),
        }.ToJsonString());
        return true;
    }
}
