namespace DropoutLessons.Grading;

/// <summary>Defines the exercises of the lesson on the bench itself.</summary>
internal sealed class Lesson00 : ILessonExercises
{
    /// <inheritdoc/>
    public IEnumerable<Exercise> Exercises { get; } =
    [
        new PredictionExercise<int>
        {
            Id = "00-again",
            FunctionNames = ["third"],
            Goal = "What a cell that doubles a number shows when it is run for the third time.",
            Answer = 8,
            Because = "the kernel remembers: 1 becomes 2, then 4, then 8. Running a cell again is not starting over.",
            Known =
            [
                (2, new("cell-starts-anew", "is what the first run shows; the kernel keeps the number between runs")),
                (6, new("added-not-doubled", "adds 2 each time; the cell doubles")),
                (4, new("run-miscounted", "is what the second run shows")),
                (3, new("run-counted", "counts the runs; the cell doubles a number")),
            ],
            Hints = ["Write down what `number` is after the first run, and go on from there."],
        },
        new PredictionExercise<bool>
        {
            Id = "00-green",
            FunctionNames = ["passes"],
            Goal = "Whether a function that knows only the public calls by heart passes the public check.",
            Answer = true,
            Because = "a check sees what it asks and nothing else. Green means: right on these calls.",
            Known = [(false, new("green-means-done", "trusts the check with more than it sees: it cannot know of calls it never makes"))],
            Hints = ["The check makes the calls listed above. What does the function answer to each of them?"],
        },
        new FunctionExercise<Func<double, double>>
        {
            Id = "00-twice",
            FunctionNames = ["Twice", "twice"],
            Goal = "Twice the number.",
            RightMessage = "Right: twice the number, for every call the check makes.",
            Reference = (double x) => 2 * x,
            KnownAnswers =
            [
                new("unchanged", "gives the number back as it is", x => x, "2 · x"),
                new("squared", "squares the number", x => x * x, "What is twice 3, and what is 3 squared?"),
                new("added-not-doubled", "adds 2", x => x + 2, "What is twice 10?"),
                new("halved", "halves the number", x => x / 2, "The other way."),
                new("cut-to-whole", "cuts the number to a whole one first", x => 2 * (int)x, "Look at the call with 0.25."),
            ],
            Public = [new("one", [1.0]), new("minus-three", [-3.0]), new("quarter", [0.25])],
            Hidden = draw => new("", [draw.Number(-100, 100)]) { Purpose = "another number" },
            Hints = ["Replace the line that throws by one that starts with return.", "Write `return 2 * x;` in its place."],
        },
    ];
}
