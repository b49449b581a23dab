namespace DropoutLessons.Grading;

/// <summary>Defines the exercises of the lesson on state under transforms.</summary>
internal sealed class Lesson09 : ILessonExercises
{
    /// <inheritdoc/>
    public IEnumerable<Exercise> Exercises { get; } =
    [
        new PredictionExercise<int>
        {
            Id = "09-traces",
            FunctionNames = ["traces"],
            Goal = "How often a function is traced that is called with lengths 8, 8, 12 and 8.",
            Answer = 2,
            Because = "once for each length: 8 and 12. The other calls run what was recorded.",
            Known =
            [
                (1, new("traced-once-for-all", "takes the length for a value; it is a part of the type, and another one is traced anew")),
                (4, new("traced-each-call", "traces at every call; that is what the recording is there to avoid")),
                (3, new("trace-forgotten", "forgets the recording for 8 when 12 comes; both are kept")),
            ],
            Hints = ["How many different lengths are there?"],
        },
        new PredictionExercise<int>
        {
            Id = "09-frozen",
            FunctionNames = ["masks"],
            Goal = "How many different masks four runs give when the key is made while the function is traced.",
            Answer = 1,
            Because = "the key was made in the trace and is a constant since. Four runs, one key, one mask.",
            Known =
            [
                (4, new("fresh-keys-assumed", "expects a fresh key for each run; the line that makes it does not run again")),
                (2, new("first-run-differs", "expects the traced run to differ from the others; it uses the same key")),
            ],
            Hints = ["Which of the two lines runs a second time?"],
        },
        new PredictionExercise<int>
        {
            Id = "09-batch",
            FunctionNames = ["rows"],
            Goal = "How many different masks a batch of three rows has when all rows are given one key.",
            Answer = 1,
            Because = "a mask belongs to its key, and three rows with one key have one mask.",
            Known =
            [
                (3, new("fresh-keys-assumed", "expects each row to have a key of its own; nobody split it")),
            ],
            Hints = ["What decides which elements a row loses: the row or its key?"],
        },
        new FunctionExercise<Func<PrngKey, uint, double, int, (bool[] Mask, uint Count)>>
        {
            Id = "09-state",
            FunctionNames = ["Next", "next_mask"],
            Goal = "A mask and the counter after it, from the root key and the counter before.",
            RightMessage = "Right: the counter goes in, and the counter that comes out is the next one's.",
            Reference = (PrngKey root, uint count, double rate, int n) => (root.FoldIn(count).Bernoulli(1 - rate, n), count + 1),
            KnownAnswers =
            [
                new("state-not-returned", "gives the counter back as it was, so the next call draws the same mask", (root, count, rate, n) => (root.FoldIn(count).Bernoulli(1 - rate, n), count),
                    "Call it twice, handing the second call what the first gave back."),
                new("seed-key-used-directly", "draws with the root key itself, so every mask is the same", (root, count, rate, n) => (root.Bernoulli(1 - rate, n), count + 1),
                    "Where does the counter enter the key?"),
                new([new("seed-key-used-directly", "draws with the root key itself"), new("state-not-returned", "gives the counter back as it was")], (root, count, rate, n) => (root.Bernoulli(1 - rate, n), count)),
                new("same-key-each-call", "folds the same number in at each call, so the key is frozen as under a trace", (root, count, rate, n) => (root.FoldIn(0).Bernoulli(1 - rate, n), count + 1),
                    "Which number does the second call fold in?"),
                new("counter-restarted", "starts the counter anew, as a stream made inside the traced function does", (root, _, rate, n) => (root.FoldIn(0).Bernoulli(1 - rate, n), 1u),
                    "Where does your counter come from: from outside, or is it made here?"),
                new("second-key", "counts first and draws afterwards, so the first key is left out", (root, count, rate, n) => (root.FoldIn(count + 1L).Bernoulli(1 - rate, n), count + 1),
                    "The first mask belongs to count 0."),
                new("sampled-with-rate", "keeps with the rate; Bernoulli wants keep_prob", (root, count, rate, n) => (root.FoldIn(count).Bernoulli(rate, n), count + 1),
                    "At rate 0.1 nine of ten stay. How many do in yours?"),
                new("counted-by-element", "moves the counter by the number of elements; one draw of a key moves it by one", (root, count, rate, n) => (root.FoldIn(count).Bernoulli(1 - rate, n), count + (uint)n),
                    "How many keys did the call draw?"),
            ],
            Public = [Of("first", 0, 0, 0.3, 24), Of("second", 0, 1, 0.3, 24), Of("later", 9, 6, 0.8, 32)],
            Hidden = draw => new("", [PrngKey.FromSeed(draw.Seed()), (uint)draw.Whole(2, 900), draw.Rate(), 32]) { Purpose = "another counter" },
            Hints =
            [
                "Nothing may be kept outside: the counter comes in as an argument and leaves as a result.",
                "Key number count of a stream is `root.FoldIn(count)`.",
                "`return (root.FoldIn(count).Bernoulli(…, n), …);`, and the second is one more than what came in.",
            ],
        },
    ];

    private static Probe Of(string id, int seed, uint count, double rate, int n) => new(id, [PrngKey.FromSeed(seed), count, rate, n]);
}
