namespace DropoutLessons.Grading;

/// <summary>Defines the exercises of the lesson on keys.</summary>
internal sealed class Lesson06 : ILessonExercises
{
    private static PrngKey[] Keys(int calls, Func<int, PrngKey> key) => [.. Enumerable.Range(0, calls).Select(key)];

    // The chain a generator would go: each key is made from the one before.
    private static PrngKey[] Chain(PrngKey key, int calls, Func<PrngKey, int, (PrngKey Next, PrngKey Drawn)> step)
    {
        var drawn = new PrngKey[calls];
        for (int i = 0; i < calls; i++)
            (key, drawn[i]) = step(key, i);
        return drawn;
    }

    private static PrngKey Base(int seed) => PrngKey.FromSeed(seed);

    /// <inheritdoc/>
    public IEnumerable<Exercise> Exercises { get; } =
    [
        new PredictionExercise<bool>
        {
            Id = "06-again",
            FunctionNames = ["again"],
            Goal = "Whether a key that is drawn from twice gives the same numbers twice.",
            Answer = true,
            Because = "a key is a value: drawing reads it and changes nothing.",
            Known = [(false, new("generator-expected", "is right for a generator, which moves on with each draw; a key is a value and stays what it is"))],
            Hints = ["What would have to change inside the key, and could you see it?"],
        },
        new PredictionExercise<int>
        {
            Id = "06-third",
            FunctionNames = ["third"],
            Goal = "The number that is folded into the root for the third key.",
            Answer = 2,
            Because = "counting starts at 0, so the third key is number 2.",
            Known =
            [
                (3, new("second-key", "is one too many: the first key has number 0")),
                (1, new("key-folded-twice", "would be so if each key were made from the one before; the root stays, the counter moves")),
                (0, new("same-key-each-call", "would give the first key again")),
            ],
            Hints = ["Which number did the first key have?"],
        },
        new PredictionExercise<int>
        {
            Id = "06-never",
            FunctionNames = ["never"],
            Goal = "About how many of 1000 elements are dropped in all of three calls that use one key.",
            Answer = 300,
            Within = 45,
            Because = "one key, one mask: what is dropped once is dropped each time, and that is three of ten.",
            Known =
            [
                (27, new("fresh-keys-assumed", "is 0.3 · 0.3 · 0.3 of them, which holds for three fresh keys; here the three masks are one")),
                (900, new("drops-added-up", "adds three times 300; it is the same 300 each time")),
                (700, new("sampled-with-rate", "counts the elements that are kept")),
            ],
            Hints = ["How many different masks are there in the three calls?"],
        },
        new FunctionExercise<Func<int, int, PrngKey[]>>
        {
            Id = "06-keys",
            FunctionNames = ["Keys", "keys"],
            Goal = "The keys that a new Rngs(seed) hands out in its first calls, without an Rngs.",
            RightMessage = "Right: these are the keys of Rngs, bit for bit.",
            Reference = (int seed, int calls) => Keys(calls, i => Base(seed).FoldIn(i)),
            KnownAnswers =
            [
                new("same-key-each-call", "hands out one key for all calls, so every mask is the same", (seed, calls) => Keys(calls, _ => Base(seed).FoldIn(0)),
                    "What is different in your second call?"),
                new("seed-key-used-directly", "hands out the seed's own key, each time", (seed, calls) => Keys(calls, _ => Base(seed)),
                    "The root is never drawn with: something is folded into it first."),
                new("second-key", "starts to count at 1, so its first key is the second of Rngs", (seed, calls) => Keys(calls, i => Base(seed).FoldIn(i + 1)),
                    "Which number has the first key?"),
                new("key-folded-twice", "folds the counter into the key before; the root stays what it is", (seed, calls) => Chain(Base(seed), calls, (key, i) => (key.FoldIn(i), key.FoldIn(i))),
                    "Your second key is right only when it comes from the root. Which key do you fold into?"),
                new("split-chained", "splits the key and goes on with one half, as one does by hand in JAX; Rngs folds a counter into a root that stays", (seed, calls) => Chain(Base(seed), calls, (key, _) => (key.Split()[0], key.Split()[1])),
                    "key, subkey = split(key) gives good keys, but others. Use FoldIn."),
                new("split-chained", "splits the key and draws with the first half; Rngs folds a counter into a root that stays", (seed, calls) => Chain(Base(seed), calls, (key, _) => (key.Split()[1], key.Split()[0])),
                    "key, subkey = split(key) gives good keys, but others. Use FoldIn."),
                new("seed-plus-count", "makes a new seed for each call: call 1 of seed 7 is then call 0 of seed 8, and runs with neighbouring seeds share their masks", (seed, calls) => Keys(calls, i => Base(seed + i)),
                    "Compare the calls of seed 7 with those of seed 8."),
                new("seed-plus-count", "folds 0 into the key of another seed for each call, and runs with neighbouring seeds share their masks", (seed, calls) => Keys(calls, i => Base(seed + i).FoldIn(0)),
                    "Compare the calls of seed 7 with those of seed 8."),
                new("seed-ignored", "always starts from the same seed, so the argument seed does not matter", (_, calls) => Keys(calls, i => Base(0).FoldIn(i)),
                    "Call it with two seeds and compare."),
                new("seed-folded-in", "folds the seed into a root made from the counter; it is the other way round", (seed, calls) => Keys(calls, i => Base(i).FoldIn((uint)seed)),
                    "Which of the two stays the same for all calls? That one makes the root."),
            ],
            Public = [new("seed-7", [7, 4]), new("seed-42", [42, 3]), new("one-call", [3, 1]), new("no-call", [3, 0])],
            Hidden = draw => new("", [draw.Seed(), draw.Whole(2, 9)]) { Purpose = "another seed and number of calls" },
            Hints =
            [
                "One thing stays the same for all calls, another moves on. Which is which?",
                "The root is `PrngKey.FromSeed(seed)`; call number i, from 0, folds i into it.",
                "`Enumerable.Range(0, calls).Select(i => … .FoldIn(i)).ToArray()`, with the root in place of the dots.",
            ],
        },
    ];
}
