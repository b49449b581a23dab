using DropoutLessons.Grading;

namespace DropoutLessons;

/// <summary>Checks a learner's answer where it stands, in the notebook, and says what is right or wrong.</summary>
public static class Check
{
    /// <summary>Calls <paramref name="answer"/> with the public probes and compares every bit with JAX's.</summary>
    /// <param name="answer">the learner's function</param>
    /// <returns>the verdict; its text is one sentence a learner can act on</returns>
    /// <remarks>Deterministic as long as the answer is. An exception of the answer becomes part of the verdict.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="answer"/> is null.</exception>
    public static Verdict DropoutForward(DropoutForwardFunction answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Grader.Judge(ProbeSet.Public, [.. ProbeSet.Public.Select(probe => Outcome.Of(answer, probe))]);
    }
}
