using System.Collections.Concurrent;
using DropoutLessons.Grading;

namespace DropoutLessons;

/// <summary>Checks a learner's answer where it stands, in the notebook, and says what is right or wrong.</summary>
/// <remarks>Counts the tries of each exercise while the notebook's kernel runs: every further valid try opens a further hint.</remarks>
public static class Check
{
    private static readonly ConcurrentDictionary<string, int> s_tries = new();

    /// <summary>Calls <paramref name="answer"/> with the public probes of <c>15-dropout-forward</c> and compares every bit with JAX's.</summary>
    /// <param name="answer">the learner's function</param>
    /// <returns>the verdict; its text is one sentence a learner can act on</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answer"/> is null.</exception>
    public static Verdict DropoutForward(DropoutForwardFunction answer) => Answer("15-dropout-forward", answer);

    /// <summary>Calls <paramref name="answer"/> with the public probes of an exercise and compares the results with the reference's.</summary>
    /// <param name="exercise">id of the exercise, such as "15-dropout-forward"</param>
    /// <param name="answer">the learner's function; naming it is enough</param>
    /// <returns>the verdict; its text is one sentence a learner can act on</returns>
    /// <remarks>Deterministic as long as the answer is. An exception of the answer becomes part of the verdict.</remarks>
    /// <exception cref="ArgumentException">There is no such exercise.</exception>
    public static Verdict Answer(string exercise, Delegate answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var found = Exercises.Find(exercise);
        return Counted(found, tries => found.Try(answer, tries));
    }

    /// <summary>Compares a prediction with what really happens.</summary>
    /// <param name="exercise">id of the question</param>
    /// <param name="prediction">a number, a text, true or false; null while there is none</param>
    /// <returns>the verdict; a wrong one does not give the answer away</returns>
    /// <exception cref="ArgumentException">There is no such question.</exception>
    public static Verdict Prediction(string exercise, object? prediction)
    {
        var found = Exercises.Find(exercise);
        return Counted(found, tries => found.Judge(found.PublicProbes, [new(prediction)], tries));
    }

    /// <summary>Looks at what the lessons stand on: the runtime, the kit's libraries, and whether a key's bits are JAX's.</summary>
    /// <returns>a verdict with one check for each probe; accepted when all are as they should be</returns>
    public static Verdict Bench() => Grading.Bench.Look();

    private static Verdict Counted(Exercise exercise, Func<int, Verdict> judge)
    {
        var verdict = judge(s_tries.GetValueOrDefault(exercise.Id) + 1);
        if (verdict.IsTry)
            s_tries.AddOrUpdate(exercise.Id, 1, (_, tries) => tries + 1);
        return verdict;
    }
}
