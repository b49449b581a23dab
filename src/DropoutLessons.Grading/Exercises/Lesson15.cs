namespace DropoutLessons.Grading;

/// <summary>Defines the exercise of the lesson on the forward pass.</summary>
internal sealed class Lesson15 : ILessonExercises
{
    /// <inheritdoc/>
    public IEnumerable<Exercise> Exercises { get; } =
    [
        new PredictionExercise<int>
        {
            Id = "15-keys",
            FunctionNames = ["keys"],
            Goal = "How many keys three training calls and two at evaluation take.",
            Answer = 3,
            Because = "a training call takes one key, an evaluation none.",
            Known =
            [
                (5, new("eval-draws-key", "counts the evaluations; they return x before any key is drawn") { Lesson = 5 }),
                (1, new("same-key-each-call", "has all calls share one key; then they would share one mask") { Lesson = 6 }),
                (2, new("flag-inverted", "counts the evaluations instead of the training calls") { Lesson = 5 }),
            ],
            Hints = ["What does an evaluation draw a key for?"],
        },
        new DropoutForwardExercise
        {
            Id = "15-dropout-forward",
            FunctionNames = ["dropout_forward", "DropoutForward"],
            Goal = "Inverted dropout with the first dropout key of a fresh Rngs, every bit as JAX computes it.",
            RightMessage = "Right: every bit equals JAX's, in training and at evaluation.",
            Hints =
            [
                "Three cases: evaluation, a rate of 0 and below, and training. Which of them returns x as it is?",
                "In training: a key from new Rngs((long)seed).Dropout(), a mask from key.Bernoulli(…, x.Length), and the kept elements rescaled.",
                "key.Bernoulli wants the probability of keeping, 1 - rate; an element is mask[i] ? x[i] / (float)(1 - rate) : 0f.",
            ],
        },
    ];
}
