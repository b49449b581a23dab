namespace DropoutLessons.Cli.Learning;

/// <summary>Is how far a learner is: what <c>progress.json</c> holds.</summary>
/// <param name="Schema">name and version of this shape</param>
/// <param name="Exercises">state of each exercise somebody has looked at, by its id</param>
internal sealed record Progress(string Schema, SortedDictionary<string, ExerciseProgress> Exercises)
{
    public const string CurrentSchema = "dropout-lessons/progress/1";

    public static Progress Empty => new(CurrentSchema, new(StringComparer.Ordinal));

    /// <summary>State of an exercise; the beginning for one nobody has looked at.</summary>
    public ExerciseProgress Of(string exercise) => Exercises.GetValueOrDefault(exercise) ?? ExerciseProgress.Untouched;

    /// <summary>True when all of <paramref name="exercises"/> are right.</summary>
    public bool IsDone(IEnumerable<string> exercises) => exercises.All(id => Of(id).State == ExerciseState.Right);
}

/// <summary>Says where one exercise stands.</summary>
/// <param name="State">one of <see cref="ExerciseState"/></param>
/// <param name="Tries">different answers judged so far; an unsolved stub and an answer that cannot be judged count as none</param>
/// <param name="HintsShown">hints asked for so far</param>
/// <param name="Faults">misconceptions the last answer showed</param>
/// <param name="Hints">hints that the last answer's misconception has opened</param>
/// <param name="Answer">hash of the last answer's code, so that checking it twice is one try</param>
/// <param name="Changed">when the state last changed</param>
internal sealed record ExerciseProgress(
    string State, int Tries, int HintsShown, IReadOnlyList<string> Faults, IReadOnlyList<string> Hints, string Answer, DateTimeOffset? Changed)
{
    public static ExerciseProgress Untouched { get; } = new(ExerciseState.Open, 0, 0, [], [], "", null);

    /// <summary>Takes over what a check said.</summary>
    public ExerciseProgress After(CheckedExercise seen, DateTimeOffset now)
    {
        bool isNew = seen.IsTry && seen.Answer != Answer;
        return this with
        {
            State = seen.State,
            Tries = Tries + (isNew ? 1 : 0),
            Faults = seen.Faults,
            Hints = seen.Hints,
            // Hints of another misconception start anew.
            HintsShown = seen.Faults.SequenceEqual(Faults) ? HintsShown : 0,
            Answer = seen.IsTry ? seen.Answer : Answer,
            Changed = seen.State == State && !isNew ? Changed : now,
        };
    }
}

/// <summary>Names the states of an exercise.</summary>
internal static class ExerciseState
{
    /// <summary>Not answered yet.</summary>
    public const string Open = "open";

    /// <summary>Answered, not right.</summary>
    public const string Wrong = "wrong";

    /// <summary>Answered rightly.</summary>
    public const string Right = "right";
}
