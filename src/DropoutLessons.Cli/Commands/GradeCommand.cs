using System.CommandLine;
using DropoutLessons.Cli.Grading;
using Spectre.Console;

namespace DropoutLessons.Cli.Commands;

/// <summary><c>grade FILE</c>: says whether a submission is right and, if not, which idea was misunderstood.</summary>
internal static class GradeCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A notebook (.ipynb) or a C# file (.cs) that defines dropout_forward or DropoutForward." };
        var format = new Option<string>("--format") { Description = "Form of the report.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var timeout = new Option<double>("--timeout") { Description = "Seconds a submission may take.", DefaultValueFactory = _ => 30, HelpName = "SECONDS" };
        timeout.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= 86_400))
                result.AddError("--timeout must be above 0 and at most 86400 seconds.");
        });
        var command = new Command("grade", "Grade a submission of the exercise dropout_forward.") { file, format, timeout };
        command.SetAction((parsed, cancellation) =>
            RunAsync(parsed.GetRequiredValue(file), parsed.GetRequiredValue(format), TimeSpan.FromSeconds(parsed.GetValue(timeout)), cancellation));
        return command;
    }

    /// <summary>The hidden command a grading starts to run the submitted code in a process of its own.</summary>
    public static Command CreateWorker()
    {
        var handle = new Argument<string>("HANDLE");
        var command = new Command(SubmissionWorker.CommandName) { handle };
        command.Hidden = true;
        command.SetAction((parsed, cancellation) => SubmissionWorker.RunAsync(parsed.GetRequiredValue(handle), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string file, string format, TimeSpan limit, CancellationToken cancellation)
    {
        var grading = SubmissionGrader.GradeAsync(file, limit, cancellation);
        // The spinner goes to standard error, so that a redirected report stays clean.
        var report = await Terminal.Error.Status().StartAsync($"Grading {Markup.Escape(file)} …", _ => grading);
        if (format == "json")
            Console.Out.WriteLine(report.ToJson());
        else
            WriteText(report);
        return report.ExitCode;
    }

    private static void WriteText(GradeReport report)
    {
        string mark = !report.Gradable ? "not gradable" : report.Accepted ? "right" : report.Class == "not-solved" ? "not solved yet" : "wrong";
        Console.Out.WriteLine($"{report.File}: {mark}");
        Console.Out.WriteLine(report.Message);
        foreach (string fault in report.Faults)
            Console.Out.WriteLine($"  fault: {fault}");
        if (report.Checks.Count > 0)
            Console.Out.WriteLine($"  {report.Checks.Count(check => check.Passed)} of {report.Checks.Count} probes right");
    }
}
