using System.Text.Json;
using DropoutLessons.Grading;
using DropoutLessons.Worker;

namespace DropoutLessons.Cli.Grading;

/// <summary>Says what running a submission gave.</summary>
/// <param name="Outcomes">one for each probe, or null</param>
/// <param name="Failure">why there are none, in words; null when there are</param>
internal sealed record RunResult(IReadOnlyList<Outcome>? Outcomes, string? Failure);

/// <summary>Runs a compiled submission in a process of its own and asks it the probes, one after the other.</summary>
/// <remarks>
/// Neither right answers nor names of probes go there. Every question has a number that cannot be foreseen and is asked only once the one before it is answered;
/// anything but exactly one answer to each, in time and whole, makes the submission not gradable.
/// </remarks>
internal sealed class SubmissionRun(Sandbox sandbox, ResourceLimits limits, Exercise exercise)
{
    /// <summary>Runs <paramref name="submission"/>.</summary>
    /// <param name="submission">what the compiler made</param>
    /// <param name="probes">what to ask</param>
    /// <param name="cancellation">stops the process</param>
    public async Task<RunResult> AskAsync(CompiledSubmission submission, IReadOnlyList<Probe> probes, CancellationToken cancellation)
    {
        using var worker = new WorkerConnection(await sandbox.StartAsync(), limits, cancellation);
        string place = "The submission";
        try
        {
            string nonce = await worker.AskAsync(CompiledCell.Write(submission.Cells, KitReferences.PartFiles(exercise.Parts).Select(File.ReadAllBytes)));
            var state = await worker.AnswerAsync(nonce);
            for (; state["running"] is { } cell; state = await worker.AnswerAsync(nonce))
                place = submission.Cells[(int)cell].Name;
            if (!(bool)state["bound"]!)
                return new(null, $"{exercise.FunctionNames[0]} could not be reached: {state["failures"]!.AsArray().Select(failure => (string)failure!).FirstOrDefault() ?? "its cell gave no function"}");

            place = exercise.FunctionNames[0];
            var outcomes = new List<Outcome>();
            foreach (var probe in probes)
                outcomes.Add(await AskAsync(worker, probe));
            return await worker.HasMoreAsync() ? new(null, "The submission sent more answers than it was asked for. Return the result from the function, and nothing else.") : new(outcomes, null);
        }
        catch (EndOfStreamException)
        {
            cancellation.ThrowIfCancellationRequested();
            return new(null, await worker.WhyItEndedAsync(place));
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or NullReferenceException or ArgumentException or IOException)
        {
            return new(null, "The submission's answers could not be read: they were torn, or are not its function's.");
        }
    }

    private async Task<Outcome> AskAsync(WorkerConnection worker, Probe probe)
    {
        string nonce = await worker.AskAsync(MessageJson.Write(probe));
        while (true)
        {
            string json = (await worker.AnswerAsync(nonce)).ToJsonString();
            if (MessageJson.ReadCandidateCall(json) is not var (reference, arguments))
                return MessageJson.ReadOutcome(json);
            // It may ask about the one it is to judge; with a known right one beside it, judging would be comparing.
            if (!probe.Arguments.Contains(reference))
                throw new FormatException("A candidate was asked about that is not in question.");
            // A submission that tests implementations is handed none: they run here, and it sees results only.
            await worker.TellAsync(nonce, MessageJson.Write(Caller.Call(exercise.Candidate(reference), new("", arguments)), withArrays: true));
        }
    }
}
