namespace DropoutLessons.Grading;

/// <summary>Computes which elements are kept: bit i for element i.</summary>
internal delegate ulong MaskStep(MaskDraw draw);

/// <summary>Holds what a mask is drawn from.</summary>
/// <param name="Key">key of the call</param>
/// <param name="KeyAt">the key so many draws later</param>
/// <param name="Rate">fraction to drop</param>
/// <param name="Length">number of elements, at most 64</param>
internal sealed record MaskDraw(PrngKey Key, Func<uint, PrngKey> KeyAt, double Rate, int Length)
{
    private float[]? _uniforms;

    public float[] U => _uniforms ??= Key.Uniform(Length);

    public float Keep => (float)(1 - Rate);

    /// <summary>Sets the bits of the elements for which <paramref name="isKept"/> holds.</summary>
    public ulong Where(Func<int, bool> isKept)
    {
        ulong mask = 0;
        for (int i = 0; i < Length; i++)
            if (isKept(i))
                mask |= 1ul << i;
        return mask;
    }
}

/// <summary>Lists how people decide what is kept.</summary>
internal static class MaskChoices
{
    private static readonly JaxVersion s_oldEra = JaxVersion.Of("0.4.38", "0.10.2");
    private static readonly int[] s_rowLengths = [2, 3, 4, 6, 8, 12, 16, 24];

    private static readonly Fault s_complement = Rates("complement-of-rate", "kept where a draw with rate failed: the right probability, but other elements than JAX keeps");
    private static readonly Fault s_inverted = Comparing("mask-inverted", "kept what the mask drops and dropped what it keeps");
    private static readonly Fault s_exactCount = Coins("exact-count", "kept a fixed number of elements; each element has its own coin, so the number varies");

    public static Choice<MaskStep>[] All { get; } =
    [
        Choice<MaskStep>.Right(draw => draw.Where(i => draw.U[i] < draw.Keep)),
        (Rates("sampled-with-rate", "sampled the mask with rate instead of keep_prob = 1 - rate"), draw => draw.Where(i => draw.U[i] < (float)draw.Rate)),
        (s_complement, draw => draw.Where(i => draw.U[i] >= (float)draw.Rate)),
        (s_complement, draw => draw.Where(i => draw.U[i] > (float)draw.Rate)),
        (s_inverted, draw => draw.Where(i => draw.U[i] >= draw.Keep)),
        (s_inverted, draw => draw.Where(i => draw.U[i] > draw.Keep)),
        (Comparing("below-or-equal", "kept an element whose number equals keep_prob; a coin shows kept only below it"), draw => draw.Where(i => draw.U[i] <= draw.Keep)),
        (Coins("never-drops", "dropped nothing in training"), draw => draw.Where(_ => true)),
        (Coins("drops-everything", "dropped everything in training"), _ => 0),
        (Coins("one-coin-for-all", "tossed one coin for all elements"), draw => draw.Where(_ => draw.U[0] < draw.Keep)),
        (s_exactCount, draw => Smallest(draw, (int)Math.Round(draw.Length * (1 - draw.Rate)))),
        (s_exactCount, draw => Smallest(draw, (int)(draw.Length * (1 - draw.Rate)))),
        (s_exactCount, draw => Smallest(draw, draw.Length - (int)(draw.Length * draw.Rate))),
        (Rates("rate-ignored", "sampled the mask with 0.5 whatever the rate"), draw => draw.Where(i => draw.U[i] < 0.5f)),
        (new("mask-of-an-old-era", "drew the bits in the order of JAX before 0.5.0, which paired the two halves of the array") { Lesson = 10 }, OldEra),
        (Coins("key-per-element", "drew a key for every element; one key makes the whole mask"), draw => draw.Where(i => draw.KeyAt((uint)i).Uniform(1)[0] < draw.Keep)),
        (Coins("key-per-element", "drew a key for every element; one key makes the whole mask"), draw => draw.Where(i => draw.Key.FoldIn(i).Uniform(1)[0] < draw.Keep)),
        .. s_rowLengths.Select(length => (Choice<MaskStep>)(Coins("mask-shared-by-rows", "used one short mask again and again, row after row"), draw => draw.Where(i => draw.U[i % length] < draw.Keep))),
        .. s_rowLengths.Select(length => (Choice<MaskStep>)(Coins("one-coin-per-row", "tossed one coin for several neighbouring elements"), draw => draw.Where(i => draw.U[i / length] < draw.Keep))),
    ];

    private static ulong OldEra(MaskDraw draw)
    {
        float[] u = draw.Key.Uniform(draw.Length, s_oldEra);
        return draw.Where(i => u[i] < draw.Keep);
    }

    private static ulong Smallest(MaskDraw draw, int count)
    {
        int[] order = [.. Enumerable.Range(0, draw.Length).OrderBy(i => draw.U[i])];
        return order.Take(count).Aggregate(0ul, (mask, i) => mask | (1ul << i));
    }

    private static Fault Rates(string name, string sentence) => new(name, sentence)
    {
        Lesson = 2,
        Hints = ["rate is what is dropped. What is the probability of keeping?", "Bernoulli wants keep_prob: key.Bernoulli(1 - rate, x.Length)."],
    };

    private static Fault Comparing(string name, string sentence) => new(name, sentence)
    {
        Lesson = 1,
        Hints = ["Which side of the threshold is kept, and what happens exactly on it?", "An element is kept where its number is below keep_prob: u < 1 - rate."],
    };

    private static Fault Coins(string name, string sentence) => new(name, sentence)
    {
        Lesson = 12,
        Hints = ["How many coins does your function toss, and for which elements does each count?", "One coin per element: key.Bernoulli(1 - rate, x.Length) gives them all."],
    };
}
