namespace DropoutLessons.Grading;

/// <summary>Defines the exercises of the lesson on dropout at evaluation.</summary>
internal sealed class Lesson17 : ILessonExercises
{
    private static float Keep(double rate) => (float)(1 - rate);

    /// <inheritdoc/>
    public IEnumerable<Exercise> Exercises { get; } =
    [
        new PredictionExercise<bool>
        {
            Id = "17-equal",
            FunctionNames = ["equal"],
            Goal = "Whether a network with dropout on answers the same image twice with the same numbers.",
            Answer = false,
            Because = "each pass draws the next key of its stream, drops other units, and is a slightly different network.",
            Known = [(true, new("same-key-each-call", "would be so if both passes had the same key; the stream's counter moves on with each"))],
            Hints = ["Which key has the first pass, and which the second?"],
        },
        new PredictionExercise<double>
        {
            Id = "17-hundred",
            FunctionNames = ["spread"],
            Goal = "About how far single passes spread in 100 passes, when they spread by 0.17 in 25.",
            Answer = 0.17,
            Within = 0.02,
            Because = "how far passes lie apart is a property of the network and the image. More passes measure it better, and make the mean steadier.",
            Known =
            [
                (0.085, new("standard-error", "is half of it, and that is what happens to the error of the mean; single passes lie as far apart as before")),
                (0.0425, new("standard-error", "is a quarter of it; what shrinks with more passes is the error of the mean, and that with their root")),
                (0.34, new("spread-added-up", "is twice as much; a spread is a mean distance, it does not add up")),
                (0.68, new("spread-added-up", "is four times as much; a spread is a mean distance, it does not add up")),
                (0, new("train-equals-eval", "would be so if passes agreed in the end; only their mean settles")),
            ],
            Hints = ["You measure the heights of 25 people, then of 100. Do people become more alike?"],
        },
        new PredictionExercise<double>
        {
            Id = "17-frozen",
            FunctionNames = ["frozen"],
            Goal = "The spread of 100 passes when every pass makes its own Rngs(17).",
            Answer = 0,
            Within = 1e-6,
            Because = "every pass has the first key of the same seed, so all drop the same elements and give the same sum.",
            Known =
            [
                (1.8, new("fresh-keys-assumed", "is the spread of passes with fresh keys; these all have the first key")),
                (0.3, new("rate-for-share", "is the rate; asked for is how far the 100 sums lie apart")),
            ],
            Hints = ["Which number is folded into the root for the first call of a new Rngs?"],
        },
        new FunctionExercise<Func<int, float[], double, int, double[]>>
        {
            Id = "17-estimate",
            FunctionNames = ["Estimate", "estimate"],
            Goal = "Mean and standard deviation of the sum of the outputs, over some passes with dropout on.",
            RightMessage = "Right: an answer, and how sure to be of it.",
            RelativeTolerance = 1e-4,
            Reference = (int seed, float[] x, double rate, int passes) => MeanAndSpread(Sums(passes, pass => Train(Key(seed, pass), x, rate))),
            KnownAnswers =
            [
                new("same-key-each-call", "gives every pass the same key: all passes agree, and the spread of 0 says that nothing is in doubt", (seed, x, rate, passes) => MeanAndSpread(Sums(passes, _ => Train(Key(seed, 0), x, rate))),
                    "Where is the Rngs made: once, or in every pass?"),
                new("seed-key-used-directly", "draws every mask from the seed's own key: all passes agree", (seed, x, rate, passes) => MeanAndSpread(Sums(passes, _ => Train(PrngKey.FromSeed(seed), x, rate))),
                    "rngs.Dropout() hands out a fresh key for each pass."),
                new("always-eval", "evaluates without dropout: an answer without a doubt", (_, x, _, passes) => MeanAndSpread(Sums(passes, _ => x)),
                    "Here dropout is to stay on."),
                new("seed-plus-count", "makes a new seed for each pass: two estimates with neighbouring seeds share most of their passes", (seed, x, rate, passes) => MeanAndSpread(Sums(passes, pass => Train(Key(seed + pass, 0), x, rate))),
                    "One Rngs serves all passes; its counter moves."),
                new("second-key", "starts to count at 1, so its first pass is the second", (seed, x, rate, passes) => MeanAndSpread(Sums(passes, pass => Train(Key(seed, pass + 1), x, rate))),
                    "Which number has the first key?"),
                new("not-rescaled", "leaves out the division by keep_prob, so the mean of the passes is not the evaluation", (seed, x, rate, passes) => MeanAndSpread(Sums(passes, pass => Select(Key(seed, pass), x, 1 - rate, v => v))),
                    "Compare your mean with the sum of x."),
                new("sampled-with-rate", "draws its masks with the rate; JAX's p is the probability to keep", (seed, x, rate, passes) => MeanAndSpread(Sums(passes, pass => Select(Key(seed, pass), x, rate, v => v / Keep(rate)))),
                    "At rate 0.8, how many of ten does a pass of yours keep?"),
                new("variance-returned", "gives the variance; the standard deviation is its root", (seed, x, rate, passes) => With(MeanAndSpread(Sums(passes, pass => Train(Key(seed, pass), x, rate))), spread => spread * spread),
                    "Which unit has your second number, when x is in metres?"),
                new("standard-error", "gives the error of the mean, which shrinks with more passes; asked for is how far single passes lie apart", (seed, x, rate, passes) => With(MeanAndSpread(Sums(passes, pass => Train(Key(seed, pass), x, rate))), spread => spread / Math.Sqrt(passes)),
                    "Does your second number go to 0 with more passes?"),
                new("divided-by-one-less", "divides by one pass less; asked for is the mean over all passes", (seed, x, rate, passes) => With(MeanAndSpread(Sums(passes, pass => Train(Key(seed, pass), x, rate))), spread => spread * Math.Sqrt(passes / (passes - 1.0))),
                    "The mean squared distance is a sum over passes, divided by their number."),
                new("spread-over-elements", "measures how far the elements of x lie apart, not how far the passes do", (seed, x, rate, passes) => With(MeanAndSpread(Sums(passes, pass => Train(Key(seed, pass), x, rate))), _ => MeanAndSpread([.. x.Select(v => (double)v)])[1]),
                    "There is one sum for each pass. The spread is theirs."),
            ],
            Public = [Of("rate-0.3", 7, 0.3, 20), Of("rate-0.8", 42, 0.8, 50), Of("rate-0.1", 3, 0.1, 10)],
            Hidden = draw => new("", [draw.Seed(), draw.Activations(24), draw.Rate(), draw.Whole(8, 40)]) { Purpose = "other activations, rate and number of passes" },
            Hints =
            [
                "First the passes: one number each, the sum of the outputs. Then their mean, and how far they lie from it.",
                "One `new Rngs(seed)`; for each pass `rngs.Dropout().Bernoulli(1 - rate, x.Length)`, what is kept divided by keep_prob, and the sum.",
                "`Math.Sqrt(sums.Average(sum => (sum - mean) * (sum - mean)))` is the spread.",
            ],
        },
    ];

    // No sum of elements is near 0, where the mean of a few passes would be.
    private static Probe Of(string id, int seed, double rate, int passes) => new(id, [seed, Enumerable.Range(1, 16).Select(i => 0.25f * i).ToArray(), rate, passes]);

    private static PrngKey Key(int seed, int pass) => PrngKey.FromSeed(seed).FoldIn(pass);

    private static double[] Sums(int passes, Func<int, float[]> forward) => [.. Enumerable.Range(0, passes).Select(pass => forward(pass).Sum(v => (double)v))];

    private static double[] MeanAndSpread(double[] sums)
    {
        double mean = sums.Average();
        return [mean, Math.Sqrt(sums.Average(sum => (sum - mean) * (sum - mean)))];
    }

    private static double[] With(double[] estimate, Func<double, double> spread) => [estimate[0], spread(estimate[1])];

    private static float[] Train(PrngKey key, float[] x, double rate) => Select(key, x, 1 - rate, v => v / Keep(rate));

    private static float[] Select(PrngKey key, float[] x, double keepProb, Func<float, float> kept) =>
        [.. x.Zip(key.Bernoulli(keepProb, x.Length), (v, isKept) => isKept ? kept(v) : 0f)];
}
