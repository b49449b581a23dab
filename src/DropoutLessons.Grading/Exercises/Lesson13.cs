namespace DropoutLessons.Grading;

/// <summary>Defines the exercises of the lesson on the backward pass.</summary>
internal sealed class Lesson13 : ILessonExercises
{
    private static readonly Fault s_redrawn = new("mask-redrawn", "draws a new mask: the elements it drops are not those that the forward pass dropped") { Hints = ["Which key had the forward pass, and which has yours?"] };

    private static float Keep(double rate) => (float)(1 - rate);

    /// <inheritdoc/>
    public IEnumerable<Exercise> Exercises { get; } =
    [
        new PredictionExercise<double>
        {
            Id = "13-slope",
            FunctionNames = ["slope"],
            Goal = "The gradient of a kept input, when that of its output is 2 and the rate 0.3.",
            Answer = 2 / 0.7,
            Within = 0.01,
            Because = "a kept output is x / 0.7, so its slope is 1 / 0.7, and the chain rule multiplies: 2 / 0.7.",
            Known =
            [
                (2, new("not-rescaled", "passes the gradient on as it is; the output was divided by 0.7, and so is the gradient")),
                (1.4, new("multiplied-by-keep-prob", "multiplies by keep_prob; the slope of x / 0.7 is 1 / 0.7")),
                (2 / 0.3, new("divided-by-rate", "divides by the rate; the output was divided by keep_prob")),
                (1 / 0.7, new("gradient-ignored", "is the slope alone; the chain rule multiplies it by the gradient of the output")),
                (2 / 0.49, new("rescaled-twice", "divides twice; the gradient goes through the layer once")),
            ],
            Hints = ["Write the output as a function of its input, y = x / 0.7. What is its derivative? Then the chain rule."],
        },
        new PredictionExercise<double>
        {
            Id = "13-redrawn",
            FunctionNames = ["share"],
            Goal = "The share of elements that two independent masks of rate 0.3 treat differently.",
            Answer = 0.42,
            Within = 0.005,
            Because = "kept, then dropped: 0.7 · 0.3; dropped, then kept: 0.3 · 0.7; together 0.42.",
            Known =
            [
                (0, new("mask-redrawn", "takes the second mask for the first; a new draw is another mask")),
                (0.21, new("one-way-only", "counts one way only: kept and then dropped, or the other way round")),
                (0.3, new("one-mask-only", "is the share that one mask drops")),
                (0.58, new("agreement-counted", "is the share on which the two agree")),
                (0.09, new("both-dropped", "is the share that both drop, and there they agree")),
            ],
            Hints = ["Kept by the first and dropped by the second: how likely is that? There is another way to differ."],
        },
        new PredictionExercise<bool>
        {
            Id = "13-check",
            FunctionNames = ["fails"],
            Goal = "Whether a gradient check fails for a forward pass without rescaling and the backward pass that belongs to it.",
            Answer = false,
            Because = "the check compares the two with each other, and they agree; it never sees what the forward pass should have been.",
            Known = [(true, new("not-rescaled", "takes a gradient check for a check of the forward pass; both leave out the factor, so both agree"))],
            Hints = ["What does the check compare the gradient with: the right function, or the one that was written?"],
        },
        new FunctionExercise<Func<PrngKey, float[], float[], double, float[]>>
        {
            Id = "13-backward",
            FunctionNames = ["Backward", "backward"],
            Goal = "The gradient of the input of a call that drew its mask from the key.",
            RightMessage = "Right: every bit is that of the mask's own backward pass.",
            Reference = (PrngKey key, float[] x, float[] gradient, double rate) => Select(key, gradient, rate, value => value / Keep(rate)),
            KnownAnswers =
            [
                new([new("scaled-by-reciprocal", "multiplies by 1 / keep_prob, which rounds twice")], (key, _, gradient, rate) => Select(key, gradient, rate, value => value * (1f / Keep(rate))), IsAccepted: true),
                new([new("multiplied-by-mask", "multiplies by the mask, which makes -0 of a negative gradient")], (key, _, gradient, rate) => Combine(key, gradient, 1 - rate, (value, coin) => value * coin / Keep(rate)), IsAccepted: true),
                new([s_redrawn], (key, _, gradient, rate) => Select(key.FoldIn(0), gradient, rate, value => value / Keep(rate))),
                new([s_redrawn], (key, _, gradient, rate) => Select(key.FoldIn(1), gradient, rate, value => value / Keep(rate))),
                new("not-rescaled", "passes the gradient of kept elements on as it is; the forward pass divided by keep_prob", (key, _, gradient, rate) => Select(key, gradient, rate, value => value),
                    "What is the slope of x / 0.7?"),
                new("divided-by-rate", "divides by rate; the forward pass divided by keep_prob", (key, _, gradient, rate) => Select(key, gradient, rate, value => value / (float)rate),
                    "What did the forward pass divide by?"),
                new("multiplied-by-keep-prob", "multiplies by keep_prob; the slope of x / keep_prob is 1 / keep_prob", (key, _, gradient, rate) => Select(key, gradient, rate, value => value * Keep(rate)),
                    "What is the slope of x / 0.7?"),
                new("rescaled-twice", "divides by keep_prob twice", (key, _, gradient, rate) => Select(key, gradient, rate, value => value / Keep(rate) / Keep(rate)),
                    "The gradient goes through the layer once."),
                new("dropped-rescaled", "scales every gradient and drops none", (_, _, gradient, rate) => [.. gradient.Select(value => value / Keep(rate))],
                    "An output that is 0 whatever x is: what is its slope?"),
                new("gradient-passed-through", "passes the gradient through as if nothing had been dropped", (_, _, gradient, _) => [.. gradient],
                    "An output that is 0 whatever x is: what is its slope?"),
                new("mask-inverted", "lets pass what was dropped and drops what was kept", (key, _, gradient, rate) => Combine(key, gradient, 1 - rate, (value, coin) => coin == 1 ? 0f : value / Keep(rate)),
                    "true in a mask means kept."),
                new("sampled-with-rate", "draws the mask with rate; the forward pass drew it with keep_prob", (key, _, gradient, rate) => Combine(key, gradient, keepProb: rate, (value, coin) => coin == 1 ? value / Keep(rate) : 0f),
                    "Bernoulli wants the probability to keep."),
                new("mask-read-from-zeros", "takes every 0 of the output for a dropped element; an input of 0 that is kept has a gradient, too",
                    (key, x, gradient, rate) => [.. Select(key, gradient, rate, value => value / Keep(rate)).Select((value, i) => x[i] == 0 ? 0f : value)], "Can an output be 0 that was not dropped?"),
                new("multiplied-by-x", "multiplies by x; the slope of x / keep_prob does not depend on x", (key, x, gradient, rate) => [.. Select(key, gradient, rate, value => value / Keep(rate)).Zip(x, (value, input) => value * input)],
                    "What is the derivative of 3x: 3, or 3x?"),
                new("forward-repeated", "returns the forward pass of x; what goes back is the gradient", (key, x, _, rate) => Select(key, x, rate, value => value / Keep(rate)),
                    "Which of the two arrays comes from above?"),
            ],
            Public = [Of("rate-0.3", 1, 0.3), Of("rate-0.1", 2, 0.1), Of("rate-0.8", 3, 0.8)],
            Hidden = draw => new("", [PrngKey.FromSeed(draw.Seed()), (float[])[.. draw.Activations(18), 0, 0, 0, 0, 0, 0], draw.Activations(24), draw.Rate()]) { Purpose = "other gradients" },
            Hints =
            [
                "With the mask held fixed the layer multiplies each element by a number. Which one, kept and dropped?",
                "The same key draws the same mask again: `key.Bernoulli(1 - rate, gradient.Length)`.",
                "`gradient.Select((value, i) => mask[i] ? … : 0f).ToArray()`, and the dots are `value` over `(float)(1 - rate)`.",
            ],
        },
    ];

    // Some inputs are 0, so that a mask read from zeros shows.
    private static Probe Of(string id, int seed, double rate) =>
        new(id, [PrngKey.FromSeed(seed), Enumerable.Range(0, 24).Select(i => i % 3 == 0 ? 0f : 0.3f * (i - 10)).ToArray(), Enumerable.Range(1, 24).Select(i => 0.1f * i * (i % 4 == 0 ? -1 : 1)).ToArray(), rate]);

    private static float[] Select(PrngKey key, float[] values, double rate, Func<float, float> kept) => Combine(key, values, 1 - rate, (value, coin) => coin == 1 ? kept(value) : 0f);

    private static float[] Combine(PrngKey key, float[] values, double keepProb, Func<float, float, float> combine) =>
        [.. values.Zip(key.Bernoulli(keepProb, values.Length), (value, isKept) => combine(value, isKept ? 1 : 0))];
}
