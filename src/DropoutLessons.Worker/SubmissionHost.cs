using System.Text.Json.Nodes;
using DropoutLessons.Grading;

namespace DropoutLessons.Worker;

/// <summary>Runs one submission and calls its answer as often as the grader asks.</summary>
/// <remarks>It knows no right answer and judges nothing.</remarks>
internal static class SubmissionHost
{
    /// <summary>Answers questions until there are no more.</summary>
    /// <returns>the exit code of the process</returns>
    public static int Run(Channel channel)
    {
        if (channel.Read() is not var (nonce, cells))
            return 1;
        var submission = new LoadedSubmission(CompiledCell.Read(cells));
        var answer = submission.Run(cell => channel.Write(nonce, new JsonObject { ["running"] = cell }.ToJsonString()), out var failures);
        channel.Write(nonce, new JsonObject
        {
            ["bound"] = answer is not null,
            ["failures"] = new JsonArray([.. failures.Select(failure => (JsonNode)failure)]),
        }.ToJsonString());
        while (answer is not null && channel.Read() is var (number, json))
            channel.Write(number, Answer(answer, json, reference => channel.Candidate(number, reference)));
        return 0;
    }

    private static string Answer(Delegate answer, string json, Func<CandidateReference, Delegate> candidates)
    {
        try
        {
            return MessageJson.Write(Caller.Call(answer, MessageJson.ReadProbe(json), candidates));
        }
        catch (Exception e)
        {
            // Whatever a submission throws is its outcome, a cancellation too: nobody else here cancels anything.
            var thrown = e is System.Reflection.TargetInvocationException { InnerException: { } inner } ? inner : e;
            return MessageJson.Write(new Outcome(null, new(thrown.GetType().Name, thrown.Message, IsStub: false)));
        }
    }
}
