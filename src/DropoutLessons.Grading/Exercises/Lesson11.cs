namespace DropoutLessons.Grading;

/// <summary>Defines the exercises of the lesson on odd inputs and rates.</summary>
internal sealed class Lesson11 : ILessonExercises
{
    private static float Keep(double rate) => (float)(1 - rate);

    /// <inheritdoc/>
    public IEnumerable<Exercise> Exercises { get; } =
    [
        new PredictionExercise<int>
        {
            Id = "11-nan",
            FunctionNames = ["nans"],
            Goal = "How many of the six products with 0 are NaN.",
            Answer = 3,
            Because = "0 times an infinity has no value, of either sign, and NaN stays NaN. The others become 0 or -0.",
            Known =
            [
                (0, new("multiplied-by-mask", "takes 0 times anything for 0; 0 times infinity is NaN")),
                (1, new("infinity-times-zero", "counts the NaN that was there; 0 times infinity makes new ones")),
                (2, new("nan-dropped", "counts the infinities only; a NaN times 0 is NaN, too")),
                (4, new("overflow-expected", "counts 3e38, too: it is large, but a number, and 0 times a number is 0")),
            ],
            Hints = ["What is 0 times infinity: 0, infinity, or neither?"],
        },
        new PredictionExercise<bool>
        {
            Id = "11-rate-one",
            FunctionNames = ["breaks"],
            Goal = "Whether some output at rate 1 is infinite or NaN.",
            Answer = false,
            Because = "x / 0 is computed and not used: no number lies below 0, so 0 is selected everywhere.",
            Known = [(true, new("rate-1-divides-zero", "takes what is divided for what comes out; the quotient is selected only where an element is kept, and none is"))],
            Hints = ["Which elements get the quotient, and how many of them are kept at rate 1?"],
        },
        new PredictionExercise<int>
        {
            Id = "11-count",
            FunctionNames = ["count"],
            Goal = "How many keys the three calls draw together.",
            Answer = 1,
            Because = "at rate 0 and at evaluation the layer returns before it draws; an empty input is a training call like any other.",
            Known =
            [
                (3, new("eval-draws-key", "has every call draw; a call that drops nothing returns before it draws")),
                (2, new("short-circuit-missing", "counts a call that drops nothing; at rate 0 and at evaluation no key is drawn")),
                (0, new("empty-skips-key", "skips the empty input; the layer looks at the flag and the rate, not at the length")),
            ],
            Hints = ["A call that drops nothing needs no key. For which of the three does the layer know that?"],
        },
        new FunctionExercise<Func<long, float[], double, bool, (float[] Y, uint Count)>>
        {
            Id = "11-edges",
            FunctionNames = ["Forward", "forward"],
            Goal = "One call of a dropout layer, right for every input, and the count of its stream afterwards.",
            RightMessage = "Right: every row is green, down to the count.",
            Reference = (long seed, float[] x, double rate, bool deterministic) => deterministic || rate <= 0 ? (x, 0u) : (Select(seed, x, rate, value => value / Keep(rate)), 1u),
            KnownAnswers =
            [
                new([new("scaled-by-reciprocal", "multiplies by 1 / keep_prob, which rounds twice")], Layer((seed, x, rate) => Select(seed, x, rate, value => value * (1f / Keep(rate)))), IsAccepted: true),
                Wrong("multiplied-by-mask", "multiplies by the mask, which makes NaN of a dropped infinity and -0 of a dropped negative element; select 0 instead",
                    Layer((seed, x, rate) => Combine(seed, x, rate, (value, coin) => value * coin / Keep(rate))), "What is infinity times 0?"),
                Wrong("multiplied-by-mask", "multiplies the quotient by the mask, which makes NaN of a dropped infinity and, at rate 1, of everything; select 0 instead",
                    Layer((seed, x, rate) => Combine(seed, x, rate, (value, coin) => value / Keep(rate) * coin)), "What is infinity times 0?"),
                Wrong("rate-1-divides-zero", "scales what it has dropped, too, which at rate 1 is 0 / 0; divide first, then select",
                    Layer((seed, x, rate) => [.. Select(seed, x, rate, value => value).Select(value => value / Keep(rate))]), "What is 0 / 0?"),
                Wrong("short-circuit-missing", "draws a key at rate 0: the output is right, but the next call gets another mask",
                    (seed, x, rate, deterministic) => deterministic ? (x, 0u) : (Select(seed, x, rate, value => value / Keep(rate)), 1u), "How many keys does a call need that drops nothing?"),
                Wrong("eval-draws-key", "draws a key at evaluation, too, so that the next training call gets another mask",
                    (seed, x, rate, deterministic) => (deterministic || rate <= 0 ? x : Select(seed, x, rate, value => value / Keep(rate)), 1u), "Look at the flag before you draw."),
                Wrong("empty-skips-key", "draws nothing for an empty input; JAX's layer looks at the flag and the rate only",
                    (seed, x, rate, deterministic) => deterministic || rate <= 0 || x.Length == 0 ? (x, 0u) : (Select(seed, x, rate, value => value / Keep(rate)), 1u), "Which conditions stand before the draw?"),
                Wrong("rate-1-skips-key", "draws nothing at rate 1; Flax's own layer does that, this module does not",
                    (seed, x, rate, deterministic) => deterministic || rate <= 0 ? (x, 0u) : rate >= 1 ? (new float[x.Length], 0u) : (Select(seed, x, rate, value => value / Keep(rate)), 1u),
                    "Rate 1 needs no case of its own: what does the comparison keep?"),
                Wrong("nan-replaced", "makes 0 of a NaN that is kept, which hides the error it came from",
                    Layer((seed, x, rate) => Select(seed, x, rate, value => float.IsNaN(value) ? 0 : value / Keep(rate))), "Dropout repairs nothing: what is NaN / 0.7?"),
                Wrong("not-rescaled", "leaves the kept elements as they are", Layer((seed, x, rate) => Select(seed, x, rate, value => value)), "What happens to an element that is kept?"),
                Wrong("flag-ignored", "drops at evaluation, too",
                    (seed, x, rate, _) => rate <= 0 ? (x, 0u) : (Select(seed, x, rate, value => value / Keep(rate)), 1u), "What does deterministic do in your lines?"),
            ],
            Public =
            [
                new("odd-values", [56L, Odd, 0.3, false]), new("odd-values-again", [57L, Odd, 0.6, false]), new("rate-1", [5L, Odd, 1.0, false]), new("rate-0", [5L, Odd, 0.0, false]),
                new("below-0", [5L, Odd, -0.25, false]), new("evaluation", [5L, Odd, 0.3, true]), new("empty", [5L, Array.Empty<float>(), 0.3, false]), new("near-1", [5L, Odd, 0.9, false]),
            ],
            Hidden = draw => new("", [(long)draw.Seed(), (float[])[.. draw.Activations(16), .. Odd], draw.Rate(), false]) { Purpose = "odd values among others" },
            Hints =
            [
                "Three things in this order: is there anything to drop, which elements are kept, what becomes of each.",
                "`if (deterministic || rate <= 0)` returns `x` before a key is drawn; nothing else needs a case of its own.",
                "Draw with `rngs.Dropout().Bernoulli(1 - rate, x.Length)`, and select: `mask[i] ? value / keepProb : 0f`.",
            ],
        },
    ];

    // Every kind twice and more, so that at any rate some are kept and some dropped.
    private static float[] Odd =>
    [
        0f, -0f, 1.5f, -1.5f, float.PositiveInfinity, float.NegativeInfinity, float.NaN, 3e38f,
        float.NaN, float.PositiveInfinity, float.NegativeInfinity, -2.5f, float.NaN, float.PositiveInfinity, 0f, 2f,
    ];

    private static KnownAnswer<Func<long, float[], double, bool, (float[] Y, uint Count)>> Wrong(string name, string sentence, Func<long, float[], double, bool, (float[] Y, uint Count)> function, string hint) =>
        new(name, sentence, function, hint);

    private static Func<long, float[], double, bool, (float[] Y, uint Count)> Layer(Func<long, float[], double, float[]> train) =>
        (seed, x, rate, deterministic) => deterministic || rate <= 0 ? (x, 0u) : (train(seed, x, rate), 1u);

    private static float[] Select(long seed, float[] x, double rate, Func<float, float> kept) => Combine(seed, x, rate, (value, coin) => coin == 1 ? kept(value) : 0f);

    private static float[] Combine(long seed, float[] x, double rate, Func<float, float, float> combine)
    {
        bool[] mask = new Rngs(seed).Dropout().Bernoulli(1 - rate, x.Length);
        return [.. x.Select((value, i) => combine(value, mask[i] ? 1 : 0))];
    }
}
