namespace DropoutLessons.Grading;

/// <summary>Defines the exercises of the lesson on Linen.</summary>
internal sealed class Lesson08 : ILessonExercises
{
    private static float[] Apply(float[] x, double rate, PrngKey key, bool deterministic = false) =>
        new LinenMyDropout(rate).Apply(x, new LinenRngs { { "dropout", key } }, deterministic);

    private static float[] Drop(float[] x, double rate, PrngKey key, bool deterministic)
    {
        if (deterministic)
            return x;
        var y = new float[x.Length];
        InvertedDropout.Forward(key, x, rate, JaxVersion.Formula, y);
        return y;
    }

    /// <inheritdoc/>
    public IEnumerable<Exercise> Exercises { get; } =
    [
        new PredictionExercise<bool>
        {
            Id = "08-same",
            FunctionNames = ["same"],
            Goal = "Whether two calls of apply with the same key give the same output.",
            Answer = true,
            Because = "apply is a function of its arguments: the layer keeps no counter between calls, so equal keys give equal masks.",
            Known = [(false, new("layer-keeps-count", "expects the layer to count its calls, as one of nnx does; a Linen layer owns nothing that could move on"))],
            Hints = ["Where would a Linen layer keep a counter from one call to the next?"],
        },
        new PredictionExercise<bool>
        {
            Id = "08-eval",
            FunctionNames = ["fails"],
            Goal = "Whether evaluation without any key fails.",
            Answer = false,
            Because = "evaluation returns x before a key is asked for. The forgotten key shows only when you train.",
            Known = [(true, new("eval-draws-key", "expects a key to be drawn at evaluation, where nothing is random"))],
            Hints = ["Which line of dropout needs the key, and does evaluation get that far?"],
        },
        new PredictionExercise<int>
        {
            Id = "08-keys",
            FunctionNames = ["different"],
            Goal = "How many different keys two layers draw from one root key in one apply.",
            Answer = 2,
            Because = "the path of each layer is folded into the root key, so two layers get two keys.",
            Known =
            [
                (1, new("root-key-used-directly", "hands the root key to both layers; what arrives at a layer has the layer's path folded in")),
                (3, new("root-counted", "counts the root key too; no layer draws with it")),
                (4, new("layer-keeps-count", "counts two calls of each layer; one apply calls each of them once")),
            ],
            Hints = ["The layers are called Dropout_0 and Dropout_1. What would happen if they dropped the same elements?"],
        },
        new FunctionExercise<Func<float[], double, PrngKey, int, bool, float[]>>
        {
            Id = "08-apply",
            FunctionNames = ["Run", "run"],
            Parts = KitPart.Linen,
            Goal = "A call of a Linen layer in step number step of a training run.",
            RightMessage = "Right: a fresh key for each step, handed through apply.",
            Reference = (float[] x, double rate, PrngKey root, int step, bool deterministic) => Apply(x, rate, root.FoldIn(step), deterministic),
            KnownAnswers =
            [
                new("same-key-each-call", "hands the root key to every step, so every step drops the same elements", (x, rate, root, _, deterministic) => Apply(x, rate, root, deterministic),
                    "Call your function with steps 0 and 1: which argument of apply differs?"),
                new("second-key", "starts to count at 1, so step 0 gets the key of the second step", (x, rate, root, step, deterministic) => Apply(x, rate, root.FoldIn(step + 1), deterministic),
                    "The first step has number 0: what is folded in?"),
                new("key-folded-twice", "folds the path in itself, or the step a second time; apply folds the path in, once", (x, rate, root, step, deterministic) => Apply(x, rate, root.FoldIn(step).FoldIn(step), deterministic),
                    "Fold the step into the root, and hand the result over as it is."),
                new("path-skipped", "draws the mask with the step's key itself, as a layer of nnx does; Linen folds path and count in first", (x, rate, root, step, deterministic) => Drop(x, rate, root.FoldIn(step), deterministic),
                    "Let the layer draw: hand it the key through Apply."),
                new("seed-ignored", "makes a key from the step alone, so every run has the same masks", (x, rate, _, step, deterministic) => Apply(x, rate, PrngKey.FromSeed(step), deterministic),
                    "Which of your lines reads root?"),
                new("seed-plus-count", "adds the step to the seed: step 1 of seed 7 is then step 0 of seed 8", (x, rate, root, step, deterministic) => Apply(x, rate, PrngKey.FromSeed(root.Lo + step), deterministic),
                    "Fold the step in instead of adding it."),
                new("sampled-with-rate", "hands keep_prob to a layer that wants the rate", (x, rate, root, step, deterministic) => Apply(x, 1 - rate, root.FoldIn(step), deterministic),
                    "LinenMyDropout takes the fraction that goes."),
                new("flag-ignored", "ignores deterministic, so it drops at evaluation too", (x, rate, root, step, _) => Apply(x, rate, root.FoldIn(step)),
                    "Apply has an argument for it."),
                new("flag-inverted", "takes deterministic the wrong way round", (x, rate, root, step, deterministic) => Apply(x, rate, root.FoldIn(step), !deterministic),
                    "deterministic is true at evaluation."),
                new("always-eval", "never drops anything, as if deterministic were always on", (x, _, _, _, _) => x,
                    "What should step 3 of a training run do?"),
            ],
            Public = [Of("step-0", 7, 0, 0.3), Of("step-1", 7, 1, 0.3), Of("step-5", 11, 5, 0.8), Of("evaluation", 11, 5, 0.3, deterministic: true)],
            Hidden = draw => new("", [draw.Activations(24), draw.Rate(), PrngKey.FromSeed(draw.Seed()), draw.Whole(2, 900), draw.Whole(0, 3) == 0]) { Purpose = "another step" },
            Hints =
            [
                "A step needs a key of its own. You have the root key and the number of the step.",
                "`root.FoldIn(step)` is the key of the step. Hand it to `Apply` under the name the layer draws from.",
                "`new LinenMyDropout(rate).Apply(x, new LinenRngs { { \"dropout\", … } }, deterministic)`",
            ],
        },
    ];

    private static Probe Of(string id, int seed, int step, double rate, bool deterministic = false) =>
        new(id, [Enumerable.Range(1, 24).Select(i => 0.1f * i * (i % 3 == 0 ? -1 : 1)).ToArray(), rate, PrngKey.FromSeed(seed), step, deterministic]);
}
