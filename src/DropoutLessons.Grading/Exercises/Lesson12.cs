namespace DropoutLessons.Grading;

/// <summary>Defines the exercises of the lesson on masks whose coins count for more than one element.</summary>
internal sealed class Lesson12 : ILessonExercises
{
    /// <inheritdoc/>
    public IEnumerable<Exercise> Exercises { get; } =
    [
        new PredictionExercise<int>
        {
            Id = "12-coins",
            FunctionNames = ["coins"],
            Goal = "How many coins are tossed for a shape of 4 by 6 with broadcast dimension 0.",
            Answer = 6,
            Because = "the mask is drawn in the shape (1, 6) and spread over the four rows.",
            Known =
            [
                (24, new("coin-per-element", "is a coin for every element, as without broadcast dimensions")),
                (4, new("dimension-swapped", "keeps the dimension that is named; the one that is named is the one that becomes 1")),
                (1, new("one-coin-for-all", "is one coin for everything; dimension 1 keeps its six")),
            ],
            Hints = ["The dimension that is named becomes 1 in the shape that is drawn. What remains?"],
        },
        new PredictionExercise<bool>
        {
            Id = "12-batch",
            FunctionNames = ["quieter"],
            Goal = "Whether averaging over more rows quiets the noise when all rows share one mask.",
            Answer = false,
            Because = "all rows lose the same units, so the average over rows is as noisy as one row.",
            Known = [(true, new("mask-shared-by-rows", "would need a mask for each row; averaging quiets only noise that differs"))],
            Hints = ["A unit is dropped in row 0. In how many of the other rows is it dropped?"],
        },
        new PredictionExercise<double>
        {
            Id = "12-exact",
            FunctionNames = ["spread"],
            Goal = "The standard deviation of the number kept among 200 elements at rate 0.3.",
            Answer = 6.48,
            Within = 0.1,
            Because = "each element tosses its own coin: the variance of the count is 200 · 0.7 · 0.3 = 42, its root 6.48.",
            Known =
            [
                (0, new("exact-count", "has the same number kept in every call; each element has its own coin, so the number varies")),
                (42, new("deviation", "is the variance; the standard deviation is its root")),
                (140, new("count-expected", "is the number kept on average, not how far it strays")),
            ],
            Hints = ["One coin has the variance 0.7 · 0.3, and those of 200 independent coins add up. Then take the root."],
        },
        new FunctionExercise<Func<PrngKey, double, int, int, int, bool[]>>
        {
            Id = "12-channels",
            FunctionNames = ["ChannelMask", "channel_mask"],
            Goal = "A mask in which one coin decides for a whole channel of one image.",
            RightMessage = "Right: the mask Flax draws with broadcast_dims over the pixels.",
            Reference = (PrngKey key, double rate, int images, int pixels, int channels) =>
                Spread(key, 1 - rate, images * channels, images, pixels, channels, (image, _, channel) => (image * channels) + channel),
            KnownAnswers =
            [
                new("coin-per-element", "tosses a coin for every element, so a channel is dropped in some pixels and kept in others",
                    (key, rate, images, pixels, channels) => key.Bernoulli(1 - rate, images * pixels * channels), "How many coins does an image of 3 channels need?"),
                new("mask-shared-by-rows", "tosses one coin for each channel and uses it in every image: the whole batch loses the same channels",
                    (key, rate, images, pixels, channels) => Spread(key, 1 - rate, channels, images, pixels, channels, (_, _, channel) => channel), "Do two images of your mask ever differ?"),
                new("one-coin-for-all", "tosses one coin for everything",
                    (key, rate, images, pixels, channels) => Spread(key, 1 - rate, 1, images, pixels, channels, (_, _, _) => 0), "How many coins do you toss?"),
                new("one-coin-per-row", "tosses one coin for each image, so an image is kept or dropped as a whole",
                    (key, rate, images, pixels, channels) => Spread(key, 1 - rate, images, images, pixels, channels, (image, _, _) => image), "Can one channel of an image be kept and another be dropped?"),
                new("dimension-swapped", "tosses one coin for each pixel and shares it among the channels: the wrong dimension is 1",
                    (key, rate, images, pixels, channels) => Spread(key, 1 - rate, images * pixels, images, pixels, channels, (image, pixel, _) => (image * pixels) + pixel), "Which dimension is to become 1: pixels or channels?"),
                new("channels-first", "reads the coins channel by channel; the last dimension runs fastest, so the coins of one image lie together",
                    (key, rate, images, pixels, channels) => Spread(key, 1 - rate, images * channels, images, pixels, channels, (image, _, channel) => (channel * images) + image), "Of the shape (images, 1, channels), which index runs fastest?"),
                new("channels-first", "lays the mask out with the pixels last; here the channels are last",
                    (key, rate, images, pixels, channels) => [.. Enumerable.Range(0, images * pixels * channels).Select(i => key.Bernoulli(1 - rate, images * channels)[i / pixels])], "Which elements lie next to each other in a row-major array: pixels or channels?"),
                new("sampled-with-rate", "tosses the coins with rate instead of keep_prob = 1 - rate",
                    (key, rate, images, pixels, channels) => Spread(key, rate, images * channels, images, pixels, channels, (image, _, channel) => (image * channels) + channel), "Bernoulli wants the probability to keep."),
                new("exact-count", "drops the same number of channels each time; each channel has its own coin, so the number varies", ExactCount, "Where do you fix how many are kept?"),
            ],
            Public = [Of("rate-0.3", 3, 0.3, 3, 4, 5), Of("rate-0.7", 5, 0.7, 4, 3, 6), Of("one-image", 6, 0.3, 1, 5, 7), Of("one-pixel", 7, 0.3, 3, 1, 5), Of("rate-0", 8, 0, 2, 2, 3)],
            Hidden = draw => new("", [PrngKey.FromSeed(draw.Seed()), draw.Rate(), draw.Whole(2, 5), draw.Whole(2, 6), draw.Whole(5, 9)]) { Purpose = "other shapes" },
            Hints =
            [
                "Two steps: toss few coins, then hand each element the coin it shares.",
                "The coins have the shape (images, 1, channels): there are `images * channels`, and image `i`, channel `c` has number `i * channels + c`.",
                "Element `n` of the mask belongs to image `n / (pixels * channels)` and channel `n % channels`.",
            ],
        },
    ];

    private static Probe Of(string id, long seed, double rate, int images, int pixels, int channels) => new(id, [PrngKey.FromSeed(seed), rate, images, pixels, channels]);

    private static bool[] Spread(PrngKey key, double keepProb, int count, int images, int pixels, int channels, Func<int, int, int, int> coinOf)
    {
        bool[] coins = key.Bernoulli(keepProb, count);
        return [.. Enumerable.Range(0, images * pixels * channels).Select(n => coins[coinOf(n / (pixels * channels), n / channels % pixels, n % channels)])];
    }

    private static bool[] ExactCount(PrngKey key, double rate, int images, int pixels, int channels)
    {
        float[] u = key.Uniform(images * channels);
        int kept = (int)Math.Round(channels * (1 - rate));
        return [.. Enumerable.Range(0, images * pixels * channels).Select(n => Rank(u.AsSpan(n / (pixels * channels) * channels, channels), n % channels) < kept)];
    }

    private static int Rank(ReadOnlySpan<float> u, int at)
    {
        int rank = 0;
        foreach (float value in u)
            rank += value < u[at] ? 1 : 0;
        return rank;
    }
}
