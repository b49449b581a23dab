namespace DropoutLessons.Grading;

/// <summary>Defines the exercises of the lesson on a real network.</summary>
internal sealed class Lesson18 : ILessonExercises
{
    private static float Keep(double rate) => (float)(1 - rate);

    /// <inheritdoc/>
    public IEnumerable<Exercise> Exercises { get; } =
    [
        new PredictionExercise<double>
        {
            Id = "18-agree",
            FunctionNames = ["agree"],
            Goal = "The share of the given labels that a network agrees with which always names the right digit.",
            Answer = 0.7,
            Within = 0.001,
            Because = "it names the right digit, and 30 of 100 labels say another one. Whoever agrees with more has learned wrong labels by heart.",
            Known =
            [
                (1, new("memorising-expected", "would mean that it gives the wrong labels, too: it can only have learned those by heart")),
                (0.3, new("complement-counted-wrong", "is the share of labels that are wrong, and those it contradicts")),
                (0.5, new("rate-for-share", "is the rate; how many labels are wrong has nothing to do with it")),
            ],
            Hints = ["With which labels does it agree: with the right ones, or with the wrong ones?"],
        },
        new PredictionExercise<bool>
        {
            Id = "18-rescale",
            FunctionNames = ["loses"],
            Goal = "Whether the network that is trained without rescaling recognises fewer digits.",
            Answer = false,
            Because = "the activations are twice as large at evaluation as in training. That makes the network surer of its answer; it hardly changes which answer is first.",
            Known = [(true, new("not-rescaled", "is what most would expect, and not what is measured here: another scale need not change which of ten numbers is the largest"))],
            Hints = ["An answer is the largest of ten numbers. What happens to the order of ten numbers when all are doubled?"],
        },
        new PredictionExercise<double>
        {
            Id = "18-wrong-p",
            FunctionNames = ["times"],
            Goal = "By which factor the mean activation is too large in training, at rate 0.8 with the mask drawn with p = rate.",
            Answer = 4,
            Within = 0.01,
            Because = "0.8 are kept where 0.2 should be, and what is kept is divided by 0.2: 0.8 / 0.2 = 4.",
            Known =
            [
                (1, new("mean-unchanged", "would be so if as many were kept as the scale reckons with")),
                (5, new("drops-forgotten", "is the factor of a kept element; one in five is still dropped")),
                (0.25, new("divided-by-rate", "would be so if 0.2 were kept and divided by 0.8; it is the other way round")),
                (0.8, new("not-rescaled", "is the share that is kept; what is kept is still divided by 0.2")),
                (16, new("squared", "takes the factor twice")),
            ],
            Hints = ["Which share is kept? And by what is divided what is kept? Multiply."],
        },
        new PredictionExercise<bool>
        {
            Id = "18-same-mask",
            FunctionNames = ["learns"],
            Goal = "Whether a network whose mask is the same in every step can learn the wrong labels by heart.",
            Answer = true,
            Because = "each digit always meets the same units, so nothing changes from step to step that it could not adapt to.",
            Known = [(false, new("fresh-keys-assumed", "would be so if each step drew another mask: what disturbs memorising is the change"))],
            Hints = ["Is it noise, if it is the same each time?"],
        },
        new FunctionExercise<Func<int, float[], double, int, float[]>>
        {
            Id = "18-steps",
            FunctionNames = ["Outputs", "outputs"],
            Goal = "What dropout makes of the hidden activations in each of some training steps and then at evaluation, one after the other.",
            RightMessage = "Right: scale, rate, keys and flag, in every step and every bit.",
            Reference = (int seed, float[] hidden, double rate, int steps) => Run(steps, step => Train(Key(seed, step), hidden, rate), () => hidden),
            KnownAnswers =
            [
                new([new("scaled-by-reciprocal", "multiplies by 1 / keep_prob, which rounds twice")], (seed, hidden, rate, steps) => Run(steps, step => Select(Key(seed, step), hidden, 1 - rate, v => v * (1f / Keep(rate))), () => hidden), IsAccepted: true),
                new("not-rescaled", "leaves what is kept as it is; it is divided by keep_prob", (seed, hidden, rate, steps) => Run(steps, step => Select(Key(seed, step), hidden, 1 - rate, v => v), () => hidden),
                    "It costs no accuracy in this lesson, and is wrong all the same: compare the mean of a step with that at evaluation."),
                new("sampled-with-rate", "draws its masks with the rate; JAX's p is the probability to keep", (seed, hidden, rate, steps) => Run(steps, step => Select(Key(seed, step), hidden, rate, v => v / Keep(rate)), () => hidden),
                    "At rate 0.8, how many of ten does a step of yours keep?"),
                new("same-key-each-call", "uses one mask for all steps", (seed, hidden, rate, steps) => Run(steps, _ => Train(Key(seed, 0), hidden, rate), () => hidden),
                    "Where is the Rngs made: once, or in every step?"),
                new("seed-key-used-directly", "draws every mask from the seed's own key", (seed, hidden, rate, steps) => Run(steps, _ => Train(PrngKey.FromSeed(seed), hidden, rate), () => hidden),
                    "The step's number has to be folded in."),
                new("seed-plus-count", "makes a new seed for each step: runs with neighbouring seeds share their masks", (seed, hidden, rate, steps) => Run(steps, step => Train(Key(seed + step, 0), hidden, rate), () => hidden),
                    "One Rngs serves all steps; its counter moves."),
                new("second-key", "starts to count at 1, so the first step has the second mask", (seed, hidden, rate, steps) => Run(steps, step => Train(Key(seed, step + 1), hidden, rate), () => hidden),
                    "Which number has the first key?"),
                new("flag-ignored", "drops at evaluation, too", (seed, hidden, rate, steps) => Run(steps, step => Train(Key(seed, step), hidden, rate), () => Train(Key(seed, steps), hidden, rate)),
                    "What should the last part of the array be, compared with hidden?"),
                new("flag-inverted", "takes the flag the wrong way round: it drops at evaluation alone", (seed, hidden, rate, steps) => Run(steps, _ => hidden, () => Train(Key(seed, 0), hidden, rate)),
                    "deterministic is true where nothing is left to chance."),
                new("always-eval", "never drops anything", (_, hidden, _, steps) => Run(steps, _ => hidden, () => hidden),
                    "deterministic: true is for the last of them."),
                new("eval-scaled", "multiplies by keep_prob at evaluation, where inverted dropout does nothing", (seed, hidden, rate, steps) => Run(steps, step => Train(Key(seed, step), hidden, rate), () => [.. hidden.Select(v => v * Keep(rate))]),
                    "Who makes up for the dropped elements: training, or evaluation?"),
                new("steps-chained", "hands the output of a step to the next one; each step starts from the same activations", (seed, hidden, rate, steps) => Chained(seed, hidden, rate, steps),
                    "Which array goes into your second step?"),
                new("evaluation-missing", "leaves the evaluation out", (seed, hidden, rate, steps) => Run(steps, step => Train(Key(seed, step), hidden, rate), () => []),
                    "The array is to be (steps + 1) times as long as hidden."),
            ],
            Public = [Of("rate-0.8", 7, 0.8, 3), Of("rate-0.3", 42, 0.3, 4), Of("one-step", 5, 0.7, 1)],
            Hidden = draw => new("", [draw.Seed(), draw.Activations(20), draw.Rate(), draw.Whole(2, 5)]) { Purpose = "other activations, rate and number of steps" },
            Hints =
            [
                "What is made once for all steps, and what anew in each?",
                "One `new Rngs(seed)`; in each step `rngs.Dropout().Bernoulli(…, hidden.Length)` gives the mask. What does evaluation hand on?",
                "`Enumerable.Range(0, steps).SelectMany(_ => …).Concat(hidden).ToArray()`: for the dots, `hidden.Select((v, i) => mask[i] ? … : 0f)` with a mask of its own.",
            ],
        },
    ];

    private static Probe Of(string id, int seed, double rate, int steps) => new(id, [seed, Enumerable.Range(0, 12).Select(i => 0.3f * (i - 4) + 0.05f).ToArray(), rate, steps]);

    private static PrngKey Key(int seed, int step) => PrngKey.FromSeed(seed).FoldIn(step);

    private static float[] Run(int steps, Func<int, float[]> train, Func<float[]> evaluate) => [.. Enumerable.Range(0, steps).SelectMany(train), .. evaluate()];

    private static float[] Train(PrngKey key, float[] hidden, double rate) => Select(key, hidden, 1 - rate, v => v / Keep(rate));

    private static float[] Select(PrngKey key, float[] hidden, double keepProb, Func<float, float> kept) =>
        [.. hidden.Zip(key.Bernoulli(keepProb, hidden.Length), (v, isKept) => isKept ? kept(v) : 0f)];

    private static float[] Chained(int seed, float[] hidden, double rate, int steps)
    {
        float[] last = hidden;
        return Run(steps, step => last = Train(Key(seed, step), last, rate), () => last);
    }
}
