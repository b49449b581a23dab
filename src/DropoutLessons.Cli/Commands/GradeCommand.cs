using System.CommandLine;
using DropoutLessons.Cli.Grading;
using Spectre.Console;

namespace DropoutLessons.Cli.Commands;

/// <summary><c>grade FILE…</c>: says whether submissions are right and, if not, which idea was misunderstood.</summary>
internal static class GradeCommand
{
    private static readonly Argument<string[]> s_paths = new("FILE")
    {
        Description = "Notebooks (.ipynb) and C# files (.cs), or folders and zips of them.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> s_format = new("--format") { Description = "Form of the report.", DefaultValueFactory = _ => "text" };
    private static readonly Option<string?> s_output = new("--output") { Description = "File the report is written to instead of the screen.", HelpName = "FILE" };
    private static readonly Option<string?> s_summary = new("--summary") { Description = "HTML page with what a class got wrong.", HelpName = "FILE" };
    private static readonly Option<bool> s_force = new("--force") { Description = "Overwrite existing reports." };
    private static readonly Option<string?> s_exercise = new("--exercise") { Description = "Exercise to grade (default: found out from the submission).", HelpName = "ID" };
    private static readonly Option<string?> s_secret = new("--secret") { Description = "File with the teacher's secret; adds hidden checks drawn from it.", HelpName = "FILE" };
    private static readonly Option<string?> s_journal = new("--journal") { Description = "File that keeps what was graded; a run that was stopped goes on from it.", HelpName = "FILE" };
    private static readonly Option<double> s_timeout = new("--timeout") { Description = "Seconds a submission may take.", DefaultValueFactory = _ => 10, HelpName = "SECONDS" };
    private static readonly Option<int> s_jobs = new("--jobs") { Description = "Submissions graded at once (default: one for each processor).", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };
    private static readonly Option<int> s_try = new("--try") { Description = "Which try this is; later ones open more hints.", DefaultValueFactory = _ => 1, HelpName = "N" };
    private static readonly Option<bool> s_sandbox = new("--require-sandbox") { Description = "Grade nothing where submissions cannot be walled in." };
    private static readonly Option<bool> s_apart = new("--require-apart") { Description = "Grade nothing where submissions would run as the user who grades." };

    public static Command Create()
    {
        s_format.AcceptOnlyFromAmong([.. ReportFormat.All.Keys]);
        s_timeout.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= 86_400))
                result.AddError("--timeout must be above 0 and at most 86400 seconds.");
        });
        AtLeastOne(s_jobs);
        AtLeastOne(s_try);
        var command = new Command("grade", "Grade submissions: name the misconception, exactly.")
        {
            s_paths, s_format, s_output, s_summary, s_force, s_exercise, s_secret, s_journal, s_timeout, s_jobs, s_try, s_sandbox, s_apart,
        };
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>The hidden command a grading starts to compile submissions in a process of its own.</summary>
    public static Command CreateCompiler()
    {
        var command = new Command(CompilerHost.CommandName) { Hidden = true };
        command.SetAction(_ => CompilerHost.Run());
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var output = ReportFile.At(parsed.GetValue(s_output), parsed.GetValue(s_force));
        var summary = ReportFile.At(parsed.GetValue(s_summary), parsed.GetValue(s_force));
        var options = Options(parsed);
        var sources = SubmissionSource.Find(parsed.GetRequiredValue(s_paths));
        var format = ReportFormat.All[parsed.GetRequiredValue(s_format)];
        using var journal = parsed.GetValue(s_journal) is { } path ? Journal.Open(path, options) : null;
        using var sandbox = await Sandbox.OpenAsync(options.Limits);
        if (parsed.GetValue(s_sandbox) && !sandbox.IsClosed)
            throw new UnusableInputException($"{sandbox.Description} Without --require-sandbox they would be graded all the same.");
        if (parsed.GetValue(s_apart) && !sandbox.IsApart)
            throw new UnusableInputException($"{sandbox.Description} Install bubblewrap, or grade as root, so that a submission can run as another user.");

        var results = await GradeAsync(sources, sandbox, options, parsed.GetValue(s_jobs), journal, cancellation);
        var grading = new GradingResult(results, sandbox.Description, sandbox.IsClosed);
        string report = format(grading);
        if (output is null)
            Console.Out.WriteLine(report);
        else
            output.Write(report);
        summary?.Write(SummaryPage.Write(grading));
        return grading.ExitCode;
    }

    // Progress goes to standard error, so that a redirected report stays clean.
    private static Task<IReadOnlyList<Graded>> GradeAsync(
        IReadOnlyList<SubmissionSource> sources, Sandbox sandbox, GradingOptions options, int lanes, Journal? journal, CancellationToken cancellation) =>
        Terminal.Error.Progress().AutoClear(true).Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn(), new RemainingTimeColumn())
            .StartAsync(progress =>
            {
                var bar = progress.AddTask(sources.Count == 1 ? Markup.Escape(sources[0].Name) : $"{sources.Count} submissions", maxValue: sources.Count);
                return GradingPool.GradeAsync(sources, sandbox, options, lanes, journal, _ => bar.Increment(1), cancellation);
            });

    private static GradingOptions Options(ParseResult parsed)
    {
        var options = new GradingOptions
        {
            Limits = new() { Time = TimeSpan.FromSeconds(parsed.GetValue(s_timeout)) },
            Exercise = parsed.GetValue(s_exercise) is { } id ? ExerciseFinder.Named(id) : null,
            Tries = parsed.GetValue(s_try),
        };
        return parsed.GetValue(s_secret) is { } file ? options.WithSecret(file) : options;
    }

    private static void AtLeastOne(Option<int> option) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() < 1)
            result.AddError($"{option.Name} must be at least 1.");
    });
}
