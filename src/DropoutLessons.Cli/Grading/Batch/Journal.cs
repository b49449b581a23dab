using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DropoutLessons.Cli.Grading;

/// <summary>Keeps what has been graded in a file, a line each, so that a run that was killed goes on where it stopped.</summary>
/// <remarks>A result counts once its line is whole; a torn last line is cut off and its submission graded again.</remarks>
internal sealed class Journal : IDisposable
{
    private const string Schema = "dropout-lessons/grade-journal/1";

    private static readonly JsonSerializerOptions s_json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly FileStream _file;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, IReadOnlyList<Graded>> _done = [];

    private Journal(FileStream file) => _file = file;

    /// <summary>Number of submissions that were graded before.</summary>
    public int Count => _done.Count;

    /// <summary>Opens a journal, or starts one.</summary>
    /// <param name="path">its file</param>
    /// <param name="options">how submissions are graded; a journal of other options is another's</param>
    /// <exception cref="UnusableInputException">The file is no journal, in use, or of a run with other options.</exception>
    public static Journal Open(string path, GradingOptions options)
    {
        try
        {
            var journal = new Journal(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read));
            try
            {
                journal.Load(path, Head(options));
                return journal;
            }
            catch
            {
                journal.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"The journal {path} cannot be used: {e.Message}", e);
        }
    }

    /// <summary>Names a submission by path and content: one that was handed in anew is graded anew.</summary>
    public static string KeyOf(SubmissionSource source)
    {
        string content;
        try
        {
            content = source.Read().Hash;
        }
        catch (UnusableInputException e)
        {
            content = e.Message;
        }
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{source.Name}\n{content}")));
    }

    /// <summary>Finds what a submission was given before; null when it was not graded.</summary>
    public IReadOnlyList<Graded>? Find(string key) => _done.GetValueOrDefault(key);

    /// <summary>Adds a result; when this returns, it outlives the process.</summary>
    public void Add(string key, IReadOnlyList<Graded> results)
    {
        lock (_lock)
            Write(JsonSerializer.Serialize(new Entry(key, results), s_json));
    }

    public void Dispose() => _file.Dispose();

    private void Load(string path, string head)
    {
        using var reader = new StreamReader(_file, Encoding.UTF8, leaveOpen: true);
        string[] lines = reader.ReadToEnd().Split('\n');
        string foreign = $"{path} is the journal of another run, or no journal. Name a new file with --journal, or delete it.";
        if (lines[0].Length > 0 && lines[0] != head && (lines.Length > 1 || !head.StartsWith(lines[0], StringComparison.Ordinal)))
            throw new UnusableInputException(foreign);
        // What stands behind the last line break is torn: the process was killed while it wrote.
        long whole = 0;
        foreach (string line in lines.SkipLast(1))
        {
            whole += Encoding.UTF8.GetByteCount(line) + 1;
            if (line == head)
                continue;
            var entry = Parse(line) ?? throw new UnusableInputException(foreign);
            _done[entry.Key] = entry.Results;
        }
        _file.SetLength(whole);
        _file.Position = whole;
        if (whole == 0)
            Write(head);
    }

    private static Entry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Entry>(line, s_json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Write(string line)
    {
        _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        _file.Flush();
    }

    private static string Head(GradingOptions options) => JsonSerializer.Serialize(new
    {
        schema = Schema,
        tool = typeof(Journal).Assembly.ManifestModule.ModuleVersionId,
        exercise = options.Exercise?.Id,
        secret = options.SecretMark,
        tries = options.Tries,
        seconds = options.Limits.Time.TotalSeconds,
    });

    private sealed record Entry(string Key, IReadOnlyList<Graded> Results);
}
