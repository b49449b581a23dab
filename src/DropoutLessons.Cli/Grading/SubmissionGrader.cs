using System.Diagnostics;
using DropoutLessons.Grading;

namespace DropoutLessons.Cli.Grading;

/// <summary>Grades submissions one after the other: compiled in one process, run in another, judged here from the values that come back.</summary>
internal sealed class SubmissionGrader(Sandbox sandbox, GradingOptions options) : IDisposable
{
    private readonly CompilerProcess _compiler = new();

    /// <summary>Grades one submission; what cannot be run to an answer is reported as not gradable, never as right.</summary>
    /// <returns>one result, or one for each exercise the submission answers</returns>
    public async Task<IReadOnlyList<Graded>> GradeAsync(SubmissionSource source, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var submission = source.Read();
            var exercises = options.Exercise is { } only ? [only] : ExerciseFinder.Of(submission);
            var results = new List<Graded>();
            foreach (var exercise in exercises)
            {
                string name = exercises.Count == 1 ? source.Name : $"{source.Name}#{exercise.Id}";
                results.Add((await GradeAsync(submission, exercise, name, watch, cancellation)) with { Exercise = exercise.Id });
                watch.Restart();
            }
            return results;
        }
        catch (UnusableInputException e)
        {
            return [new(GradeReport.NotGradable(source.Name, e.Message, watch.Elapsed))];
        }
    }

    public void Dispose() => _compiler.Dispose();

    private async Task<Graded> GradeAsync(Submission submission, Exercise exercise, string name, Stopwatch watch, CancellationToken cancellation)
    {
        var compiled = await _compiler.CompileAsync(new(submission.Cells, DelegateTypes.Sought(exercise)), cancellation);
        if (compiled.Failure is { } failure)
            return new(GradeReport.NotGradable(name, failure, watch.Elapsed)) { Suggestions = compiled.Suggestions };

        IReadOnlyList<Probe> probes = [.. exercise.PublicProbes, .. options.Secret is { } secret ? exercise.HiddenProbes(secret) : []];
        var run = await new SubmissionRun(sandbox, options.Limits, exercise).AskAsync(compiled, probes, cancellation);
        if (run.Outcomes is not { } outcomes)
            return new(GradeReport.NotGradable(name, run.Failure!, watch.Elapsed)) { Note = compiled.Note, Suggestions = compiled.Suggestions };

        var verdict = exercise.Judge(probes, outcomes, options.Tries);
        return Graded.Of(GradeReport.Of(name, verdict, watch.Elapsed), verdict) with
        {
            Note = compiled.Note,
            Suggestions = compiled.Suggestions,
            HiddenChecks = [.. probes.Where(probe => probe.IsHidden).Select(probe => probe.Id)],
            Example = verdict.Accepted ? null : FirstExample(probes, outcomes, verdict),
        };
    }

    private static Example? FirstExample(IReadOnlyList<Probe> probes, IReadOnlyList<Outcome> outcomes, Verdict verdict) =>
        probes.Zip(outcomes)
            .Where(pair => !pair.First.IsHidden && verdict.Checks.Any(check => check.Id == pair.First.Id && !check.Passed))
            .Select(pair => pair.First.Arguments.OfType<float[]>().FirstOrDefault() is { } x && pair.Second.Value is float[] y && y.Length == x.Length ? new Example(pair.First.Id, x, y) : null)
            .FirstOrDefault(example => example is not null);
}
