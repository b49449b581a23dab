using System.IO.Pipes;
using DropoutLessons.Grading;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Grading;

/// <summary>Runs a submission in a process of its own and sends back what its function returned.</summary>
internal static class SubmissionWorker
{
    /// <summary>Hidden command that starts the worker; its argument is the handle of the reply's pipe.</summary>
    public const string CommandName = "grade-worker";

    private const string Prelude = "#r \"DropoutLessons.Core.dll\"\nusing DropoutLessons;";

    /// <summary>Reads a request from standard input, runs it, writes the reply to the pipe.</summary>
    public static async Task<int> RunAsync(string pipeHandle, CancellationToken cancellation)
    {
        var request = WorkerMessages.Read<WorkerRequest>(await Console.In.ReadToEndAsync(cancellation));
        var reply = await ExecuteAsync(request, cancellation);
        using var pipe = new AnonymousPipeClientStream(PipeDirection.Out, pipeHandle);
        await using var writer = new StreamWriter(pipe);
        await writer.WriteAsync(WorkerMessages.Write(reply));
        return ExitCode.Ok;
    }

    private static async Task<WorkerReply> ExecuteAsync(WorkerRequest request, CancellationToken cancellation)
    {
        using var session = new CSharpSession(new CSharpSessionOptions { WorkingDirectory = request.Submission.Folder });
        await session.ExecuteAsync(Prelude, NullSink.Instance, cancellation);
        string? firstFailure = null;
        foreach (var cell in request.Submission.Cells)
        {
            var result = await session.ExecuteAsync(cell.Code, NullSink.Instance, cancellation);
            // A broken demonstration says nothing about the answer, which may well stand in another cell.
            if (!result.Succeeded)
                firstFailure ??= $"{cell.Name}: {Explain(result)}";
        }
        if (AnswerLocator.Find(request.Submission) is not { } answer)
            return new(null, firstFailure ?? "No function named dropout_forward or DropoutForward was found. Write float[] dropout_forward(double seed, float[] x, double rate, double deterministic).");

        var bound = await session.ExecuteAsync($"new System.Func<double, float[], double, double, float[]>({answer})", NullSink.Instance, cancellation);
        if (bound.ReturnValue is not Func<double, float[], double, double, float[]> function)
            return new(null, firstFailure ?? $"{answer} does not have the exercise's signature: float[] (double seed, float[] x, double rate, double deterministic).");
        return new([.. request.Probes.Select(probe => Caller.Call(function, probe))], null);
    }

    private static string Explain(CellResult result) =>
        result.Diagnostics.FirstOrDefault(diagnostic => diagnostic.IsError) is { } error
            ? $"line {error.Line}, column {error.Column}: {error.Message} ({error.Code})"
            : $"{result.Error?.Name}: {result.Error?.Message}";
}
