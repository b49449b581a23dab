namespace DropoutLessons.Grading;

/// <summary>Defines the exercises of the lesson on bits and floats.</summary>
internal sealed class Lesson10 : ILessonExercises
{
    private const string Same = "same bits", Ulp = "one ulp", Distribution = "same distribution", Wrong = "wrong";

    private static readonly string[] s_results = ["reciprocal", "wide threshold", "complement", "old era", "rate for keep", "not rescaled"];

    private static string Right(string result) => result switch
    {
        "wide threshold" => Same,
        "reciprocal" => Ulp,
        "complement" or "old era" => Distribution,
        _ => Wrong,
    };

    private static Func<string, string> Instead(string result, string answer) => name => name == result ? answer : Right(name);

    /// <inheritdoc/>
    public IEnumerable<Exercise> Exercises { get; } =
    [
        new PredictionExercise<int>
        {
            Id = "10-uniform",
            FunctionNames = ["different"],
            Goal = "How many different uniform float32 numbers JAX can draw.",
            Answer = 8_388_608,
            Because = "23 bits make the number, and 2²³ is 8,388,608. The other nine bits of the word are thrown away.",
            Known =
            [
                (16_777_216, new("hidden-bit-counted", "is 2 to the 24th: float32 has 24 significant bits, but the first of them is fixed here")),
                (int.MaxValue, new("one-for-each-word", "takes one number for each word of 32 bits; nine of the bits are thrown away")),
                (23, new("bits-not-numbers", "is the number of bits; each of them doubles the count")),
            ],
            Hints = ["23 bits, each 0 or 1: 2 · 2 · 2 …"],
        },
        new PredictionExercise<bool>
        {
            Id = "10-reciprocal",
            FunctionNames = ["equal"],
            Goal = "Whether x / keep_prob and x * (1 / keep_prob) always have the same bits.",
            Answer = false,
            Because = "1 / keep_prob is rounded before it is multiplied, so two roundings stand against one.",
            Known = [(true, new("reciprocal-exact", "takes the two for one operation; in float32 each operation rounds"))],
            Hints = ["Is 1 / 0.9 a float32, exactly?"],
        },
        new PredictionExercise<long>
        {
            Id = "10-seed",
            FunctionNames = ["seed"],
            Goal = "Which seed is left of 16777217 after it has been a float32.",
            Answer = 16_777_216,
            Because = "24 bits hold every whole number up to 2²⁴ = 16777216; above it, only the even ones.",
            Known =
            [
                (16_777_217, new("float-holds-integers", "needs 25 bits, and float32 has 24")),
                (16_777_218, new("tie-rounded-up", "rounds up; halfway between two, the even mantissa is taken")),
                (0, new("seed-lost", "would mean that everything is lost; it is only the last bit")),
            ],
            Hints = ["Which float32 numbers are next to it? Above 2²⁴ they are 2 apart."],
        },
        new FunctionExercise<Func<string, string>>
        {
            Id = "10-judge",
            FunctionNames = ["Judge", "judge"],
            Goal = "What each of six results is, beside the reference.",
            RightMessage = "Right: all six are judged as the grader judges them.",
            Reference = (string result) => Right(result),
            KnownAnswers =
            [
                new("reciprocal-counted-wrong", "counts the reciprocal as wrong; it is one unit in the last place away, as good float32 arithmetic may be", Instead("reciprocal", Wrong),
                    "How far apart were the two quotients, in units of the last place?"),
                new("reciprocal-exact", "takes multiplying by 1 / keep_prob for the same bits as dividing", Instead("reciprocal", Same),
                    "Look at the two rows of bits again: the last one."),
                new("complement-counted-wrong", "counts the complement as wrong; as many are kept, only others", Instead("complement", Wrong),
                    "How many of ten does u >= rate keep?"),
                new("era-counted-wrong", "counts another era's bits as wrong; they are JAX's too, and drop as many", Instead("old era", Wrong),
                    "Was JAX 0.4.38 wrong?"),
                new("era-ignored", "takes the bits of one era for those of another; the layout of the counters changed in between", Instead("old era", Same),
                    "Compare the two masks of the lesson."),
                new("wide-threshold-counted-wrong", "counts the double threshold as wrong; no number of this call lies between the two thresholds", Instead("wide threshold", Wrong),
                    "Which of the numbers lie between 0.9f and 0.9?"),
                new("distribution-suffices", "takes what keeps with the rate for the same distribution; at rate 0.1 it keeps one of ten instead of nine", Instead("rate for keep", Distribution),
                    "Count how many are kept."),
                new("mask-suffices", "looks at the mask alone; without the division by keep_prob the mean is too small", Instead("not rescaled", Distribution),
                    "Compare the kept elements, too."),
                new("all-or-nothing", "knows only the same bits and wrong; two classes lie in between", name => Right(name) == Same ? Same : Wrong,
                    "Which differences would never show in a training run?"),
            ],
            Public = [.. s_results.Select(result => new Probe(result.Replace(' ', '-'), [result]))],
            Hints =
            [
                "Ask in this order: are the bits equal? Is every element within one unit in the last place? Are as many kept, with the same scale?",
                "One has the same bits, one is a unit away, two have the same distribution, two are wrong.",
                "`\"complement\" or \"old era\" => \"same distribution\"` is one line of the switch.",
            ],
        },
    ];
}
