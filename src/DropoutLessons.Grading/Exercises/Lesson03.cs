namespace DropoutLessons.Grading;

/// <summary>Defines the exercises of the lesson on rescaling.</summary>
internal sealed class Lesson03 : ILessonExercises
{
    private static float Keep(double rate) => (float)(1 - rate);

    private static float[] Select(float[] x, bool[] mask, Func<float, float> kept) => [.. x.Select((value, i) => mask[i] ? kept(value) : 0f)];

    /// <inheritdoc/>
    public IEnumerable<Exercise> Exercises { get; } =
    [
        new PredictionExercise<double>
        {
            Id = "03-mean",
            FunctionNames = ["mean"],
            Goal = "The mean output, averaged over many calls, when nothing is rescaled.",
            Answer = 0.875,
            Within = 0.006,
            Because = "an element survives with probability 0.7, so on average 0.7 of it is left: 1.25 · 0.7 = 0.875.",
            Known =
            [
                (1.25, new("mean-unchanged", "is the mean of x: zeros come in, and nothing makes up for them")),
                (0.375, new("sampled-with-rate", "takes the rate for the probability to keep: 0.3 goes, 0.7 stays") { Lesson = 2 }),
                (1.7857, new("rescaled", "is larger than the mean of x, but nothing is multiplied yet")),
            ],
            Hints = ["Over many calls an element is there in 7 of 10. What is it worth on average?"],
        },
        new PredictionExercise<double>
        {
            Id = "03-factor",
            FunctionNames = ["factor"],
            Goal = "The factor of the kept elements that brings the mean back at rate 0.3.",
            Answer = 1 / 0.7,
            Within = 0.01,
            Because = "0.7 of the mean is left, and 0.7 · (1 / 0.7) = 1. The factor is 1 / keep_prob.",
            Known =
            [
                (1.3, new("rate-added", "adds back what was dropped, as if 1.3 · 0.7 were 1; it is 0.91")),
                (1 / 0.3, new("divided-by-rate", "divides by the rate; what is left is keep_prob")),
                (0.7, new("multiplied-by-keep-prob", "makes the mean smaller still: 0.7 · 0.7 = 0.49")),
                (1.0, new("not-rescaled", "changes nothing, and the mean is too small")),
                (2.0, new("two-everywhere", "is the factor at rate 0.5; here 7 of 10 are left, not half")),
            ],
            Hints = ["0.7 of the mean is left. Which factor makes 1 of 0.7?"],
        },
        new FunctionExercise<Func<float[], bool[], double, float[]>>
        {
            Id = "03-rescale",
            FunctionNames = ["Drop", "drop"],
            Goal = "Dropped elements become 0, kept ones are rescaled so that the mean is kept.",
            RightMessage = "Right: every bit is that of x / keep_prob.",
            Reference = (float[] x, bool[] mask, double rate) => Select(x, mask, value => value / Keep(rate)),
            KnownAnswers =
            [
                new([new("scaled-by-reciprocal", "multiplies by 1 / keep_prob, which rounds twice")], (x, mask, rate) => Select(x, mask, value => value * (1f / Keep(rate))), IsAccepted: true),
                new([new("scaled-in-double", "divides in double and rounds afterwards")], (x, mask, rate) => Select(x, mask, value => (float)(value / (1 - rate))), IsAccepted: true),
                new("not-rescaled", "leaves the kept elements as they are, so the mean output is keep_prob times the mean of x", (x, mask, _) => Select(x, mask, value => value),
                    "Run the first picture of the lesson with your function: does the line reach the band?"),
                new("divided-by-rate", "divides by rate; what is left on average is keep_prob", (x, mask, rate) => Select(x, mask, value => value / (float)rate),
                    "At a rate of 0.1 almost everything stays. Should the rest become ten times as large?"),
                new("multiplied-by-keep-prob", "multiplies by keep_prob, which makes the mean smaller still", (x, mask, rate) => Select(x, mask, value => value * Keep(rate)),
                    "Elements are missing. Must the others grow or shrink?"),
                new("rescaled-twice", "divides by keep_prob twice", (x, mask, rate) => Select(x, mask, value => value / Keep(rate) / Keep(rate)),
                    "Once is enough: follow one element through your lines."),
                new("rate-added", "multiplies by 1 + rate, which is not 1 / (1 - rate)", (x, mask, rate) => Select(x, mask, value => value * (float)(1 + rate)),
                    "What is 1.8 · 0.2, at a rate of 0.8?"),
                new("dropped-rescaled", "rescales every element and drops none", (x, _, rate) => [.. x.Select(value => value / Keep(rate))],
                    "Which line looks at mask?"),
                new("mask-inverted", "keeps what the mask drops and drops what it keeps", (x, mask, rate) => [.. x.Select((value, i) => mask[i] ? 0f : value / Keep(rate))],
                    "true in a mask means kept."),
            ],
            Public = [Of("rate-0.3", 1, 0.3), Of("rate-0.1", 2, 0.1), Of("rate-0.8", 3, 0.8)],
            Hidden = draw => draw.Rate() is var rate ? new("", [draw.Activations(24), PrngKey.FromSeed(draw.Seed()).Bernoulli(1 - rate, 24), rate]) { Purpose = "other activations" } : throw new InvalidOperationException(),
            Hints =
            [
                "Two things happen to an element: the mask decides whether it stays, and what stays gets one factor.",
                "The factor is the one of your second prediction, written with `rate` instead of 0.3.",
                "`x.Select((value, i) => mask[i] ? … : 0f).ToArray()`, and the dots are `value` over `(float)(1 - rate)`.",
            ],
        },
    ];

    private static Probe Of(string id, int seed, double rate) =>
        new(id, [Enumerable.Range(1, 24).Select(i => 0.1f * i * (i % 3 == 0 ? -1 : 1)).ToArray(), PrngKey.FromSeed(seed).Bernoulli(1 - rate, 24), rate]);
}
