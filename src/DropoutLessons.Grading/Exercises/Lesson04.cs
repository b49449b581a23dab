namespace DropoutLessons.Grading;

/// <summary>Defines the exercises of the lesson on the variance of dropout.</summary>
internal sealed class Lesson04 : ILessonExercises
{
    /// <inheritdoc/>
    public IEnumerable<Exercise> Exercises { get; } =
    [
        new PredictionExercise<bool>
        {
            Id = "04-equal",
            FunctionNames = ["equal"],
            Goal = "Whether some output of a training call equals its input.",
            Answer = false,
            Because = "an element is dropped, and then it is 0, or kept, and then it is larger: never what it was.",
            Known = [(true, new("train-equals-eval", "takes the mean for the single call: only the average over calls equals x"))],
            Hints = ["An element has two possible outputs. Is its input one of them?"],
        },
        new PredictionExercise<double>
        {
            Id = "04-variance",
            FunctionNames = ["variance"],
            Goal = "The variance of one output, for x = 2 and a rate of 0.2.",
            Answer = 1,
            Within = 0.001,
            Because = "x² · rate / keep_prob = 4 · 0.2 / 0.8 = 1.",
            Known =
            [
                (0, new("train-equals-eval", "would mean that every output is the same: the mean is kept, the spread is not")),
                (0.64, new("variance-of-the-coin", "is that of the coin times x; the kept values are larger by 1 / keep_prob, and that counts squared")),
                (5, new("second-moment", "is the mean of the squares; the square of the mean, 4, is still to be taken off")),
                (0.5, new("not-squared", "takes x once; a variance takes it squared")),
                (0.16, new("variance-of-the-coin", "is the variance of the coin alone, without x and without the scale")),
            ],
            Hints =
            [
                "An output is 0 with probability 0.2 and 2.5 with probability 0.8, and its mean is 2. How far is each from 2, squared?",
                "0.2 · (0 - 2)² + 0.8 · (2.5 - 2)²",
            ],
        },
        new FunctionExercise<Func<double, double, double>>
        {
            Id = "04-formula",
            FunctionNames = ["Variance", "variance_of"],
            Goal = "The variance of one output, from its input and the rate.",
            RightMessage = "Right: x² · rate / keep_prob.",
            RelativeTolerance = 1e-9,
            Reference = (double x, double rate) => x * x * rate / (1 - rate),
            KnownAnswers =
            [
                new("variance-of-the-coin", "is the variance of x times the coin; the kept values are divided by keep_prob, and that counts squared", (x, rate) => x * x * rate * (1 - rate),
                    "Multiplying every value by c multiplies the variance by c². Which c is missing?"),
                new("not-squared", "takes x once; a variance takes it squared", (x, rate) => x * rate / (1 - rate), "What is the variance of 2y, when that of y is 1?"),
                new("second-moment", "is the mean of the squares; take off the square of the mean", (x, rate) => x * x / (1 - rate), "A variance is E[y²] - E[y]²."),
                new("sampled-with-rate", "has rate and keep_prob in each other's place: at rate 0 nothing is dropped and nothing spreads", (x, rate) => x * x * (1 - rate) / rate,
                    "What should come out at rate 0?"),
                new("deviation", "is the standard deviation; the variance is its square", (x, rate) => Math.Abs(x) * Math.Sqrt(rate / (1 - rate)), "Which unit has a variance, when x is in metres?"),
                new("train-equals-eval", "is always 0, as if every call gave the same", (_, _) => 0, "Call a layer twice with the same x and look."),
                new("keep-forgotten", "leaves out the division by keep_prob", (x, rate) => x * x * rate, "Try a rate close to 1: the rare element that stays is huge."),
            ],
            Public = [new("x-2", [2.0, 0.2]), new("x-minus-3", [-3.0, 0.3]), new("rate-0.9", [0.5, 0.9]), new("rate-0", [4.0, 0.0])],
            Hidden = draw => new("", [draw.Number(-4, 4), draw.Rate()]) { Purpose = "another value and rate" },
            Hints =
            [
                "There are two outputs. Write down both with their probabilities, and the mean.",
                "E[y²] is keep_prob · (x / keep_prob)². The variance is that minus x².",
                "x² / keep_prob - x² has x² in common: what remains is rate / keep_prob.",
            ],
        },
    ];
}
