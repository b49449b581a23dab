namespace DropoutLessons.Grading;

/// <summary>Defines the exercises of the lesson on the streams of Rngs.</summary>
internal sealed class Lesson07 : ILessonExercises
{
    private static PrngKey[] Drawn(int layers, Func<PrngKey> parameters, Func<PrngKey> dropout) => [.. Enumerable.Range(0, layers).Select(_ => parameters()), dropout()];

    private static PrngKey[] Named(long parametersSeed, long dropoutSeed, int layers) =>
        new Rngs { { "params", parametersSeed }, { "dropout", dropoutSeed } } is var rngs ? Drawn(layers, rngs.Params, rngs.Dropout) : [];

    private static PrngKey[] Shared(long seed, int layers) => new Rngs(seed) is var rngs ? Drawn(layers, rngs.Params, rngs.Dropout) : [];

    private static PrngKey[] DropoutFirst(long seed, int layers)
    {
        var rngs = new Rngs(seed);
        var dropout = rngs.Dropout();
        return Drawn(layers, rngs.Params, () => dropout);
    }

    /// <inheritdoc/>
    public IEnumerable<Exercise> Exercises { get; } =
    [
        new PredictionExercise<string>
        {
            Id = "07-name",
            FunctionNames = ["name"],
            Goal = "The name of the stream that new Rngs(0) holds.",
            Answer = "default",
            Because = "a seed without a name makes the stream that stands in for every name that is missing.",
            Known =
            [
                ("params", new("params-by-default", "is what Linen makes of a bare key, and what some explanations say of nnx; its Rngs(0) has no such stream")),
                ("dropout", new("created-lazily", "is the name you ask for later; asking creates nothing, and nobody has asked yet")),
                ("rngs", new("container-for-stream", "is the container; the stream in it has a name of its own")),
            ],
            Hints = ["The stream is used by everyone who finds none of their own name. What would you call it?"],
        },
        new PredictionExercise<int>
        {
            Id = "07-streams",
            FunctionNames = ["streams"],
            Goal = "How many streams new Rngs(0) holds after one call of Dropout().",
            Answer = 1,
            Because = "the call found no stream of its name, drew from \"default\", and created nothing.",
            Known =
            [
                (2, new("created-lazily", "counts a stream made on demand; nothing is created, \"default\" stands in")),
                (3, new("params-by-default", "counts \"params\" and \"dropout\" beside \"default\"; there is only \"default\"")),
                (0, new("stream-used-up", "would mean that drawing takes the stream away; it only moves the counter")),
            ],
            Hints = ["Who hands out the key when no stream has the name that is asked for?"],
        },
        new PredictionExercise<bool>
        {
            Id = "07-shared",
            FunctionNames = ["same"],
            Goal = "Whether a key drawn for params first leaves the dropout mask of Rngs(0) as it was.",
            Answer = false,
            Because = "both draw from \"default\", so the first draw moves the one counter they share.",
            Known = [(true, new("shared-counter", "takes params and dropout for two streams; with one seed and no names both move one counter"))],
            Hints = ["How many counters are there in an Rngs with one stream?"],
        },
        new PredictionExercise<bool>
        {
            Id = "07-twins",
            FunctionNames = ["differ"],
            Goal = "Whether the first keys of two streams with one seed and different names differ.",
            Answer = false,
            Because = "a name is only used to find a stream; it is not mixed into the keys.",
            Known = [(true, new("same-seed-for-both", "takes the name for a part of the key, as Linen does with the path of a module; here the seed alone makes the root"))],
            Hints = ["A key is the root with the counter folded in. Where would the name come in?"],
        },
        new FunctionExercise<Func<int, int, int, PrngKey[]>>
        {
            Id = "07-immune",
            FunctionNames = ["Keys", "keys"],
            Goal = "A params key for each layer, then a dropout key that does not depend on the number of layers.",
            RightMessage = "Right: add as many layers as you like, the dropout key stays.",
            Reference = (int paramsSeed, int dropoutSeed, int layers) => Named(paramsSeed, dropoutSeed, layers),
            KnownAnswers =
            [
                new("shared-counter", "draws all keys from one stream, so every layer moves the dropout mask", (first, _, layers) => Shared(first, layers),
                    "How many streams are in your Rngs, and who moves the counter of each?"),
                new("shared-counter", "draws all keys from one stream, so every layer moves the dropout mask", (_, second, layers) => Shared(second, layers),
                    "How many streams are in your Rngs, and who moves the counter of each?"),
                new("same-seed-for-both", "gives both streams one seed, so they hand out the same keys", (first, _, layers) => Named(first, first, layers),
                    "Two streams with one seed are twins, whatever their names."),
                new("same-seed-for-both", "gives both streams one seed, so they hand out the same keys", (_, second, layers) => Named(second, second, layers),
                    "Two streams with one seed are twins, whatever their names."),
                new("seeds-swapped", "gives each stream the other's seed", (first, second, layers) => Named(second, first, layers),
                    "Which seed belongs to which name?"),
                new("order-made-it-right", "draws the dropout key first, from a stream it shares: another draw in front would move it again", (_, second, layers) => DropoutFirst(second, layers),
                    "Do the params keys come out as they should?"),
                new("order-made-it-right", "draws the dropout key first, from a stream it shares: another draw in front would move it again", (first, _, layers) => DropoutFirst(first, layers),
                    "Do the params keys come out as they should?"),
                new("key-folded-twice", "forks the dropout stream and draws from the fork, as the library's layer does", (first, second, layers) => [.. Named(first, second, layers)[..^1], PrngKey.FromSeed(second).FoldIn(0).FoldIn(0)],
                    "A fork folds once, and the draw from it once more."),
                new("same-key-each-call", "draws one params key for all layers, so they all start with the same weights", (first, second, layers) => Drawn(layers, () => PrngKey.FromSeed(first).FoldIn(0), new Rngs(second).Dropout),
                    "Is a new Rngs made for each layer?"),
                new("seed-key-used-directly", "hands out the dropout seed's own key, into which nothing is folded", (first, second, layers) => [.. Named(first, second, layers)[..^1], PrngKey.FromSeed(second)],
                    "Which key does a stream hand out first?"),
            ],
            Public = [new("two-layers", [1, 42, 2]), new("five-layers", [1, 42, 5]), new("no-layer", [3, 8, 0])],
            Hidden = draw => new("", [draw.Seed(), draw.Seed(), draw.Whole(1, 8)]) { Purpose = "other seeds and layers" },
            Hints =
            [
                "What is drawn for params must move a counter that dropout never reads.",
                "Two streams, each with its own name and seed: `new Rngs { { \"params\", … }, { \"dropout\", … } }`.",
                "Call `rngs.Params()` once for each layer and keep the keys; the last element is `rngs.Dropout()`.",
            ],
        },
    ];
}
