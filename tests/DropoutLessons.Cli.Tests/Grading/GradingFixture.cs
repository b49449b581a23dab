using DropoutLessons.Cli.Grading;
using DropoutLessons.Grading;

namespace DropoutLessons.Cli.Tests.Grading;

/// <summary>Keeps a grader ready for the tests of one class.</summary>
public sealed class GradingFixture : IAsyncLifetime
{
    private Sandbox? _sandbox;
    private SubmissionGrader? _grader;

    internal Sandbox Sandbox => _sandbox!;

    /// <summary>Generous, because tests share the machine with others.</summary>
    internal static GradingOptions Options { get; } = new() { Limits = new() { Time = TimeSpan.FromSeconds(60) } };

    public async ValueTask InitializeAsync()
    {
        _sandbox = await Sandbox.OpenAsync(Options.Limits);
        _grader = new(_sandbox, Options);
    }

    public ValueTask DisposeAsync()
    {
        _grader?.Dispose();
        _sandbox?.Dispose();
        return ValueTask.CompletedTask;
    }

    internal async Task<Graded> GradeAsync(string path) => Assert.Single(await GradeAllAsync(path));

    internal Task<IReadOnlyList<Graded>> GradeAllAsync(string path) => _grader!.GradeAsync(new(path, path), TestContext.Current.CancellationToken);

    /// <summary>Grades with options of its own, such as a shorter limit.</summary>
    internal static async Task<Graded> GradeAsync(string path, GradingOptions options)
    {
        using var sandbox = await Sandbox.OpenAsync(options.Limits);
        using var grader = new SubmissionGrader(sandbox, options);
        return Assert.Single(await grader.GradeAsync(new(path, path), TestContext.Current.CancellationToken));
    }

    /// <summary>Grades C# handed in as a file of its own.</summary>
    internal async Task<Graded> GradeCodeAsync(string code)
    {
        using var folder = new TemporaryFolder();
        return await GradeAsync(folder.Write("answer.cs", code));
    }

    internal static Exercise DropoutForward { get; } = Exercises.Find(ExerciseFinder.Default);
}
