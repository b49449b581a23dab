namespace DropoutLessons.Grading;

/// <summary>Defines the exercises of the lesson on masks.</summary>
internal sealed class Lesson01 : ILessonExercises
{
    private static float Keep(double rate) => (float)(1 - rate);

    /// <inheritdoc/>
    public IEnumerable<Exercise> Exercises { get; } =
    [
        new PredictionExercise<int>
        {
            Id = "01-kept",
            FunctionNames = ["kept"],
            Goal = "How many of the eight numbers lie below the keep probability.",
            Answer = 7,
            Because = "seven numbers lie below 0.7; only 0.86 does not. Eight draws keep seven here, and five or six on average.",
            Known =
            [
                (4, new("sampled-with-rate", "counts the numbers below the rate; what lies below keep_prob is kept")),
                (1, new("mask-inverted", "counts the numbers that are dropped")),
                (6, new("count-expected", "is the number kept on average; these eight are what they are: count them")),
                (5, new("count-expected", "is the number kept on average; these eight are what they are: count them")),
                (8, new("never-drops", "keeps everything; one number is not below keep_prob")),
            ],
            Hints = ["Go through the eight numbers one by one: is it below 0.7?"],
        },
        new PredictionExercise<bool>
        {
            Id = "01-threshold",
            FunctionNames = ["comesBack"],
            Goal = "Whether an element that is dropped can be kept after the threshold has moved down.",
            Answer = false,
            Because = "a number that is not below the threshold is not below a smaller one either; a higher rate drops more and keeps nothing new.",
            Known = [(true, new("mask-redrawn", "would need new numbers; the numbers stay, only the threshold moves"))],
            Hints = ["Take one number that is dropped at 0.7, such as 0.86. Is it below 0.4?"],
        },
        new FunctionExercise<Func<float[], double, bool[]>>
        {
            Id = "01-mask",
            FunctionNames = ["Mask", "mask_of"],
            Goal = "A mask from uniform numbers: true where the element is kept.",
            RightMessage = "Right: your mask is the one JAX's bernoulli makes of these numbers.",
            Reference = (float[] u, double rate) => Array.ConvertAll(u, value => value < Keep(rate)),
            KnownAnswers =
            [
                new("sampled-with-rate", "compares with rate, so it keeps what should be dropped on average: keep where u is below keep_prob = 1 - rate", (u, rate) => Array.ConvertAll(u, value => value < (float)rate),
                    "Try rate 0: nothing may be dropped then. What does your comparison keep?"),
                new("mask-inverted", "keeps what lies at and above keep_prob: the sign points the wrong way", (u, rate) => Array.ConvertAll(u, value => value >= Keep(rate)),
                    "The chance of lying below 0.7 is 0.7. What is the chance of lying above?"),
                new("mask-inverted", "keeps what lies above keep_prob: the sign points the wrong way", (u, rate) => Array.ConvertAll(u, value => value > Keep(rate)),
                    "The chance of lying below 0.7 is 0.7. What is the chance of lying above?"),
                new("complement-of-rate", "keeps from rate upwards: the right probability, but other elements than JAX keeps", (u, rate) => Array.ConvertAll(u, value => value >= (float)rate),
                    "As many are kept, but not the same ones. Which side of the line does JAX keep?"),
                new("complement-of-rate", "keeps above rate: the right probability, but other elements than JAX keeps", (u, rate) => Array.ConvertAll(u, value => value > (float)rate),
                    "As many are kept, but not the same ones. Which side of the line does JAX keep?"),
                new("threshold-included", "keeps a number that equals the threshold: compare with <, not <=", (u, rate) => Array.ConvertAll(u, value => value <= Keep(rate)),
                    "At rate 1 everything is dropped, also where a number is exactly 0."),
                new("never-drops", "keeps every element, whatever the rate", (u, _) => Array.ConvertAll(u, _ => true),
                    "Where does the comparison with the numbers u happen?"),
                new("threshold-cancelled", "divides before it compares: u < keep / keep is u < 1, which keeps everything; put the comparison in brackets", (u, rate) => Array.ConvertAll(u, value => value < Keep(rate) / Keep(rate)),
                    "In a < b / b the division comes first."),
                new("always-dropped", "drops every element", (u, _) => new bool[u.Length],
                    "A new bool[] is false everywhere: which line sets an element to true?"),
            ],
            Public =
            [
                new("rate-0.25", [Numbers, 0.25]),
                new("rate-0.75", [Numbers, 0.75]),
                new("rate-0", [Numbers, 0.0]),
                new("rate-1", [Numbers, 1.0]),
                new("rate-0.3", [PrngKey.FromSeed(6).Uniform(16), 0.3]),
            ],
            Hidden = draw => new("", [draw.Uniform(48), draw.Rate()]) { Purpose = "random numbers" },
            Hints =
            [
                "A mask holds one true or false for each number. Which comparison decides a single element?",
                "The chance that a uniform number lies below t is t itself, and an element is to be kept with probability 1 - rate. So what is t?",
                "`u.Select(value => value < …).ToArray()` compares every number: put the threshold where the dots are.",
            ],
        },
    ];

    // Numbers that equal a threshold, or a rate, tell < from <=.
    private static float[] Numbers => [0f, 0.1f, 0.25f, 0.3f, 0.5f, 0.6f, 0.75f, 0.9f, 0.99999994f];
}
