using System.Collections.Concurrent;

namespace DropoutLessons.Cli.Grading;

/// <summary>Grades many submissions side by side.</summary>
internal static class GradingPool
{
    /// <summary>Grades <paramref name="sources"/>, as many at once as there are lanes.</summary>
    /// <param name="sources">the submissions</param>
    /// <param name="sandbox">what they run in</param>
    /// <param name="options">how they are graded</param>
    /// <param name="lanes">how many at once, at least 1</param>
    /// <param name="journal">knows what was graded before and is told what is graded now, or null</param>
    /// <param name="done">told each result as it comes, from any thread</param>
    /// <param name="cancellation">stops; what was graded stays in the journal</param>
    /// <returns>the results in the order of the sources</returns>
    public static async Task<IReadOnlyList<Graded>> GradeAsync(
        IReadOnlyList<SubmissionSource> sources, Sandbox sandbox, GradingOptions options, int lanes, Journal? journal, Action<IReadOnlyList<Graded>> done, CancellationToken cancellation)
    {
        var results = new IReadOnlyList<Graded>[sources.Count];
        var waiting = new ConcurrentQueue<int>(Enumerable.Range(0, sources.Count));
        await Task.WhenAll(Enumerable.Range(0, Math.Min(lanes, sources.Count)).Select(_ => Task.Run(async () =>
        {
            using var grader = new SubmissionGrader(sandbox, options);
            while (waiting.TryDequeue(out int i))
            {
                cancellation.ThrowIfCancellationRequested();
                string? key = journal is null ? null : Journal.KeyOf(sources[i]);
                results[i] = key is not null && journal!.Find(key) is { } before ? before : await grader.GradeAsync(sources[i], cancellation);
                if (key is not null && journal!.Find(key) is null)
                    journal.Add(key, results[i]);
                done(results[i]);
            }
        }, cancellation)));
        return [.. results.SelectMany(result => result)];
    }
}
