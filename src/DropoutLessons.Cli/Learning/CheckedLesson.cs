namespace DropoutLessons.Cli.Learning;

/// <summary>Holds what a check of one lesson found.</summary>
/// <param name="Id">the lesson</param>
/// <param name="File">the notebook that was run</param>
/// <param name="Exercises">its exercises, in order</param>
internal sealed record CheckedLesson(string Id, string File, IReadOnlyList<CheckedExercise> Exercises)
{
    public bool IsDone => Exercises.All(exercise => exercise.State == ExerciseState.Right);
}

/// <summary>Says what the check of one exercise found.</summary>
/// <param name="Id">the exercise</param>
/// <param name="State">one of <see cref="ExerciseState"/></param>
/// <param name="Message">one sentence for the learner</param>
/// <param name="Faults">misconceptions found</param>
/// <param name="Hints">hints the misconception opens</param>
/// <param name="IsTry">true when the answer could be judged and was more than the stub</param>
/// <param name="Answer">hash of the answer's code</param>
/// <param name="Line">line of the answer's cell, from 1, where it threw or does not compile; null where neither is so</param>
internal sealed record CheckedExercise(string Id, string State, string Message, IReadOnlyList<string> Faults, IReadOnlyList<string> Hints, bool IsTry, string Answer, int? Line = null);
