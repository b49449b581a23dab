using System.Diagnostics;
using System.IO.Pipes;
using System.Text.Json;
using DropoutLessons.Grading;

namespace DropoutLessons.Cli.Grading;

/// <summary>Grades a submission: its code runs in a worker process, the verdict is made here from the numbers it sends back.</summary>
internal static class SubmissionGrader
{
    /// <summary>Grades <paramref name="file"/>; a submission that cannot be run to an answer is reported as not gradable, never as right.</summary>
    /// <param name="file">a notebook or .cs file</param>
    /// <param name="limit">time the submission may take, compilation included</param>
    /// <param name="cancellation">stops the worker and the grading</param>
    public static async Task<GradeReport> GradeAsync(string file, TimeSpan limit, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var exercise = Exercises.Find("15-dropout-forward");
        try
        {
            var reply = await RunWorkerAsync(new(Submission.Load(file), exercise.PublicProbes), limit, cancellation);
            return reply.Outcomes is { } outcomes
                ? GradeReport.Of(file, exercise.Judge(exercise.PublicProbes, outcomes), watch.Elapsed)
                : GradeReport.NotGradable(file, reply.Failure ?? "The submission gave no result.", watch.Elapsed);
        }
        catch (UnusableInputException e)
        {
            return GradeReport.NotGradable(file, e.Message, watch.Elapsed);
        }
    }

    private static async Task<WorkerReply> RunWorkerAsync(WorkerRequest request, TimeSpan limit, CancellationToken cancellation)
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        using var worker = ThisTool.Start(pipe, SubmissionWorker.CommandName, pipe.GetClientHandleAsString());
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(limit);
        // Killing is what ends the reads below: a pipe read cannot be cancelled on every system.
        await using var killer = timeout.Token.Register(() => worker.Kill(entireProcessTree: true));

        var printed = ThisTool.DrainAsync(worker);
        await SendAsync(worker, request);
        string reply = await new StreamReader(pipe).ReadToEndAsync(CancellationToken.None);
        await worker.WaitForExitAsync(CancellationToken.None);
        await printed;

        cancellation.ThrowIfCancellationRequested();
        if (timeout.IsCancellationRequested)
            return new(null, $"The submission did not finish within {limit.TotalSeconds:0.#} s. Does one of its loops never end? (--timeout changes the limit.)");
        return Read(reply, worker.ExitCode);
    }

    private static async Task SendAsync(Process worker, WorkerRequest request)
    {
        try
        {
            await worker.StandardInput.WriteAsync(WorkerMessages.Write(request));
            worker.StandardInput.Close();
        }
        catch (IOException)
        {
            // The worker is gone already; its missing reply tells the story.
        }
    }

    private static WorkerReply Read(string reply, int exitCode)
    {
        try
        {
            return reply.Length > 0 ? WorkerMessages.Read<WorkerReply>(reply)
                : new(null, $"The submission ended the process that ran it (exit code {exitCode}). Does it recurse without end, or call Environment.Exit?");
        }
        catch (JsonException e)
        {
            return new(null, $"The submission's results could not be read: {e.Message}");
        }
    }
}
