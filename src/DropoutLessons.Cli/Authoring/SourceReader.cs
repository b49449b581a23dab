using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DropoutLessons.Cli.Authoring;

/// <summary>Reads a lesson from a MyST-Markdown notebook, the text form jupytext reads and writes.</summary>
/// <remarks>
/// The head is YAML between two <c>---</c>. A cell of Markdown starts with <c>+++ {"id": "name", "tags": ["hint"]}</c>, a cell of code is a fence
/// <c>```{code-cell} csharp</c> whose first lines may be <c>:id: name</c> and <c>:tags: [exercise]</c>.
/// </remarks>
internal sealed partial class SourceReader
{
    private const string CellBreak = "+++";

    private readonly string _file;
    private readonly string[] _lines;
    private int _at;

    private SourceReader(string file, string text) => (_file, _lines) = (file, text.ReplaceLineEndings("\n").Split('\n'));

    /// <summary>Reads one lesson.</summary>
    /// <exception cref="UnusableInputException">The text breaks the form; the message names the line, the rule and the way out.</exception>
    public static LessonSource Read(string file) => Parse(file, File.ReadAllText(file));

    /// <summary>Reads one lesson from its text.</summary>
    /// <param name="file">path whose name gives the lesson its id; messages call the text so</param>
    /// <param name="text">the whole source</param>
    /// <exception cref="UnusableInputException">The text breaks the form.</exception>
    public static LessonSource Parse(string file, string text)
    {
        string id = Path.GetFileNameWithoutExtension(file);
        var reader = new SourceReader(file, text);
        if (!LessonName().IsMatch(id))
            throw reader.Error($"the lesson's file is called \"{id}.md\"; call it NN-name.md, as in 01-mask.md");
        var facts = reader.ReadHead();
        return new(id, file, facts, [.. reader.ReadCells()]);
    }

    private LessonFacts ReadHead()
    {
        int end = _lines.Length > 0 && _lines[0] == "---" ? Array.IndexOf(_lines, "---", 1) : -1;
        if (end < 0)
            throw Error("the text starts with a head: YAML between two lines \"---\"");
        _at = end + 1;
        try
        {
            return LessonHead.Parse(string.Join('\n', _lines[1..end]));
        }
        catch (Exception e) when (e is FormatException or YamlDotNet.Core.YamlException)
        {
            throw new UnusableInputException($"{_file}:1: {e.Message}", e);
        }
    }

    private IEnumerable<SourceCell> ReadCells()
    {
        while (_at < _lines.Length)
            if (_lines[_at].Length == 0)
                _at++;
            else if (CodeFence().Match(_lines[_at]) is { Success: true } fence)
                yield return ReadCode(fence.Groups[1].Value);
            else if (_lines[_at].StartsWith(CellBreak, StringComparison.Ordinal))
                yield return ReadMarkdown();
            else
                throw Error("text outside a cell: start a cell of Markdown with +++ {\"id\": \"name\"}");
    }

    private SourceCell ReadCode(string fence)
    {
        int start = ++_at;
        var options = new Dictionary<string, string>();
        for (; _at < _lines.Length && Option().Match(_lines[_at]) is { Success: true } option; _at++)
            options[option.Groups[1].Value] = option.Groups[2].Value;
        int end = Array.IndexOf(_lines, fence, _at);
        if (end < 0)
            throw Error($"the cell has no closing {fence}");
        string code = string.Join('\n', _lines[_at..end]).Trim('\n');
        _at = end + 1;
        string[] tags = options.TryGetValue("tags", out string? list) ? list.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
        return new(options.GetValueOrDefault("id") ?? throw Error("the cell has no id: write \":id: name\" as its first line", start), true, code, tags, start);
    }

    private SourceCell ReadMarkdown()
    {
        int start = _at + 1;
        var (id, tags) = ReadBreak(_lines[_at++]);
        int from = _at;
        for (string? fence = null; _at < _lines.Length; _at++)
        {
            string line = _lines[_at];
            if (fence is null && (line.StartsWith(CellBreak, StringComparison.Ordinal) || CodeFence().IsMatch(line)))
                break;
            // Inside a fence, "+++" is part of the text.
            if (AnyFence().Match(line) is { Success: true } mark)
                fence = fence is null ? mark.Value : line.Trim() == fence ? null : fence;
        }
        return new(id, false, string.Join('\n', _lines[from.._at]).Trim('\n'), tags, start);
    }

    private (string Id, string[] Tags) ReadBreak(string line)
    {
        try
        {
            if (JsonNode.Parse(line[CellBreak.Length..]) is JsonObject map && (string?)map["id"] is { } id)
                return (id, map["tags"] is JsonArray tags ? [.. tags.Select(tag => (string)tag!)] : []);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
        }
        throw Error("a cell of Markdown starts with +++ {\"id\": \"name\"}, and \"tags\": [\"hint\"] where it has tags", _at);
    }

    private UnusableInputException Error(string rule, int? line = null) => new($"{_file}:{line ?? Math.Min(_at + 1, _lines.Length)}: {rule}.");

    [GeneratedRegex(@"^\d\d-[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex LessonName();

    [GeneratedRegex(@"^(`{3,})\{code-cell\} csharp$")]
    private static partial Regex CodeFence();

    [GeneratedRegex("^`{3,}")]
    private static partial Regex AnyFence();

    [GeneratedRegex(@"^:([a-z-]+): (.*)$")]
    private static partial Regex Option();
}
