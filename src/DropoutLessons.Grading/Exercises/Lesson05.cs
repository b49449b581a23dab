namespace DropoutLessons.Grading;

/// <summary>Defines the exercises of the lesson on the flag of training and evaluation.</summary>
internal sealed class Lesson05 : ILessonExercises
{
    private static float Keep(double rate) => (float)(1 - rate);

    private static float[] Train(float[] x, bool[] mask, double rate) => [.. x.Select((value, i) => mask[i] ? value / Keep(rate) : 0f)];

    private static Func<float[], bool[], double, double, float[]> Switched(Func<double, bool> isEvaluation, Func<float, double, float>? evaluate = null) =>
        (x, mask, rate, deterministic) => !isEvaluation(deterministic) ? Train(x, mask, rate) : evaluate is null ? x : [.. x.Select(value => evaluate(value, rate))];

    /// <inheritdoc/>
    public IEnumerable<Exercise> Exercises { get; } =
    [
        new PredictionExercise<int>
        {
            Id = "05-changed",
            FunctionNames = ["changed"],
            Goal = "How many of 24 outputs differ from their inputs at evaluation, at rate 0.3.",
            Answer = 0,
            Because = "training has already made up for what it drops, so evaluation has nothing to do.",
            Known =
            [
                (7, new("flag-ignored", "lets evaluation drop as training does: 7 of 24 is the share the rate names")),
                (24, new("eval-scaled", "scales every output at evaluation; the kept ones were scaled in training, and once is enough") { Lesson = 3 }),
                (17, new("flag-ignored", "counts what training would keep and rescale; evaluation does neither")),
            ],
            Hints = ["Training divides what it keeps by keep_prob, so that its mean is that of x. What is left to do at evaluation?"],
        },
        new PredictionExercise<int>
        {
            Id = "05-cast",
            FunctionNames = ["cast"],
            Goal = "What (int)0.9 gives.",
            Answer = 0,
            Because = "a cast to int cuts the fraction off, in C# as in Python.",
            Known = [(1, new("flag-rounded", "rounds to the nearest; a cast only cuts"))],
            Hints = ["A cast does not look at how near the next whole number is."],
        },
        new PredictionExercise<bool>
        {
            Id = "05-truthy",
            FunctionNames = ["truthy"],
            Goal = "What Convert.ToBoolean(0.3) gives.",
            Answer = true,
            Because = "every number but 0 converts to true, so a flag of 0.3 would switch training off.",
            Known = [(false, new("flag-rounded", "rounds first; the conversion only asks whether the number is 0"))],
            Hints = ["Python's bool(0.3) gives the same. Which numbers are false there?"],
        },
        new PredictionExercise<double>
        {
            Id = "05-first",
            FunctionNames = ["first"],
            Goal = "What x[0] is after y[0] = 5, where y is the output of an evaluation call.",
            Answer = 5,
            Because = "evaluation returns the array it was given: x and y are two names of one array.",
            Known = [(0.1, new("copy-assumed", "would be so if the layer had made a copy; it returns what it was given")), (0, new("always-dropped", "would take a drop, and evaluation drops nothing"))],
            Within = 1e-6,
            Hints = ["How many arrays are there: one with two names, or two?"],
        },
        new FunctionExercise<Func<float[], bool[], double, double, float[]>>
        {
            Id = "05-flag",
            FunctionNames = ["Forward", "forward"],
            Goal = "Dropout whose flag is a number: evaluation from 0.5 on, training below.",
            RightMessage = "Right: the flag is compared, training drops and rescales, evaluation returns x.",
            Reference = (float[] x, bool[] mask, double rate, double deterministic) => deterministic >= 0.5 ? x : Train(x, mask, rate),
            KnownAnswers =
            [
                new("flag-inverted", "takes deterministic the wrong way round: it drops at evaluation and leaves training alone", Switched(flag => flag < 0.5),
                    "deterministic means: nothing is left to chance. Which of the two draws coins?"),
                new("flag-ignored", "ignores deterministic, so it drops at evaluation too", Switched(_ => false),
                    "Which line of yours looks at deterministic?"),
                new("always-eval", "never drops anything, as if deterministic were always on", Switched(_ => true),
                    "Call it with deterministic 0.0: is anything dropped?"),
                new("flag-truthy", "takes every deterministic but 0 for evaluation; the flag means evaluation from 0.5 on", Switched(flag => flag != 0),
                    "What does yours make of 0.25?"),
                new("flag-truncated", "takes only a whole 1 for evaluation: a cast cuts 0.75 to 0; the flag means evaluation from 0.5 on", Switched(flag => (int)flag != 0),
                    "What is (int)0.75?"),
                new("flag-above-one-half", "takes 0.5 itself for training, as > does, and rounding, which goes to the even neighbour; the flag means evaluation from 0.5 on", Switched(flag => flag > 0.5),
                    "Look at the one number on the border."),
                new("eval-scaled", "multiplies by keep_prob at evaluation, where inverted dropout does nothing", Switched(flag => flag >= 0.5, (value, rate) => value * Keep(rate)),
                    "Training already makes up for what it drops. What is left to do at evaluation?"),
                new("eval-divided", "divides by keep_prob at evaluation, where inverted dropout does nothing", Switched(flag => flag >= 0.5, (value, rate) => value / Keep(rate)),
                    "Nothing is missing at evaluation. What would the factor make up for?"),
                new("eval-zero", "returns zeros at evaluation, where x comes back unchanged", Switched(flag => flag >= 0.5, (_, _) => 0f),
                    "A new array holds zeros until it is filled. Which line fills yours?"),
            ],
            Public = [.. ((double[])[0, 1, 0.25, 0.75, 0.5]).Select((flag, i) => Of(FormattableString.Invariant($"flag-{flag}"), i + 1, 0.3, flag)), Of("rate-0.8", 7, 0.8, 0)],
            Hidden = draw => draw.Rate() is var rate
                ? new("", [draw.Activations(16), PrngKey.FromSeed(draw.Seed()).Bernoulli(1 - rate, 16), rate, draw.Number(0, 1)]) { Purpose = "another flag" } : throw new InvalidOperationException(),
            Hints =
            [
                "There are two answers, and one question decides which: what is asked of `deterministic`?",
                "Compare: `deterministic >= 0.5` is evaluation, and evaluation returns `x`.",
                "`if (deterministic >= 0.5) return x;`, then the line of the lesson on rescaling.",
            ],
        },
    ];

    private static Probe Of(string id, int seed, double rate, double flag) =>
        new(id, [Enumerable.Range(1, 16).Select(i => 0.1f * i * (i % 3 == 0 ? -1 : 1)).ToArray(), PrngKey.FromSeed(seed).Bernoulli(1 - rate, 16), rate, flag]);
}
