using System.Text.Json;
using System.Text.Json.Serialization;

namespace DropoutLessons.Cli.Learning;

/// <summary>Reads and writes <c>progress.json</c> beside the lessons; the notebooks stay the truth, so that it can always be made again.</summary>
/// <param name="folder">folder of the lessons</param>
/// <param name="time">clock for the names of kept copies</param>
internal sealed class ProgressFile(string folder, TimeProvider time)
{
    public const string FileName = "progress.json";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private static readonly JsonSerializerOptions s_json = new(ReportJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    private string File => Path.Combine(folder, FileName);

    /// <summary>Reads the progress; a broken file is kept under a dated name and explained.</summary>
    /// <param name="trouble">what was wrong and what was done, or null; the progress is then empty and wants rebuilding from the notebooks</param>
    /// <exception cref="UnusableInputException">The file was written by a newer version of the kit, and is left alone.</exception>
    public Progress Read(out string? trouble)
    {
        trouble = null;
        if (!System.IO.File.Exists(File))
            return Progress.Empty;
        string problem;
        try
        {
            string text = System.IO.File.ReadAllText(File);
            if (SchemaOf(text) is { } schema && schema != Progress.CurrentSchema && schema.StartsWith("dropout-lessons/progress/", StringComparison.Ordinal))
                throw new UnusableInputException($"{File} has the form {schema}; this version of the kit knows {Progress.CurrentSchema}. Use the newer version, or move the file away: progress is made again from the notebooks.");
            if (JsonSerializer.Deserialize<Progress>(text, s_json) is { } progress && progress.Exercises.Values.All(exercise => exercise is not null))
                return progress;
            problem = "it holds null where an exercise should be";
        }
        catch (JsonException e)
        {
            problem = e.LineNumber is { } line ? $"line {line + 1}: {e.Message.Split(" Path:")[0]}" : e.Message;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            trouble = $"{File} cannot be read ({e.Message}); going on without it.";
            return Progress.Empty;
        }
        trouble = $"{File} is broken ({problem}).{Keep()}";
        return Progress.Empty;
    }

    /// <summary>Changes the progress; two processes that do so at once lose nothing of each other's.</summary>
    /// <param name="change">given what the file holds now</param>
    /// <returns>why the progress could not be saved, or null when it was</returns>
    public string? Update(Func<Progress, Progress> change)
    {
        try
        {
            using var turn = Lock();
            SafeFile.Write(File, JsonSerializer.Serialize(change(Read(out _)), s_json) + "\n");
            return null;
        }
        catch (Exception e) when (e is UnusableInputException or IOException or UnauthorizedAccessException)
        {
            return $"Progress was not saved: {e.Message} Nothing is lost: it is made again from the notebooks.";
        }
    }

    // The lock is a file only one process can hold open; the system lets go of it when the process ends, however it ends.
    private FileStream Lock()
    {
        string name = Path.Combine(folder, ".progress.lock");
        for (long start = time.GetTimestamp(); ; Thread.Sleep(20))
            try
            {
                return new FileStream(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (System.IO.File.Exists(name) && time.GetElapsedTime(start) < s_patience)
            {
                // Another process is writing.
            }
    }

    private string Keep()
    {
        try
        {
            string copy = SafeFile.Keep(File, time);
            System.IO.File.Delete(File);
            return $" It is kept as {copy}; progress is made again from the notebooks.";
        }
        catch (Exception e) when (e is UnusableInputException or IOException or UnauthorizedAccessException)
        {
            return $" It could not be moved away: {e.Message}";
        }
    }

    private static string? SchemaOf(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("schema", out var schema) && schema.ValueKind == JsonValueKind.String ? schema.GetString() : null;
    }
}
