namespace DropoutLessons.Grading;

/// <summary>Defines the exercises of the lesson on rates and keep probabilities.</summary>
internal sealed class Lesson02 : ILessonExercises
{
    private static readonly string[] s_apis = ["flax", "pytorch", "tensorflow-1", "cs231n-old", "cs231n-new", "deep-ml"];
    private static readonly Fault s_alwaysRate = new("keep-read-as-rate", "takes every number for a rate; for some of them it is the probability to keep")
    {
        Hints = ["TensorFlow 1 calls its argument keep_prob. What does it say about the element that is not dropped?"],
    };

    /// <inheritdoc/>
    public IEnumerable<Exercise> Exercises { get; } =
    [
        new PredictionExercise<int>
        {
            Id = "02-expected",
            FunctionNames = ["expected"],
            Goal = "How many of 200 elements a rate of 0.3 keeps on average.",
            Answer = 140,
            Because = "a rate of 0.3 drops 3 of 10 and keeps 7 of 10: 200 · 0.7 = 140 on average.",
            Known =
            [
                (60, new("sampled-with-rate", "is the number dropped; the rate says what goes, not what stays") { Lesson = 1 }),
                (100, new("rate-read-as-half", "is half of them; that would be a rate of one half")),
            ],
            Hints = ["The rate is the fraction dropped. Which fraction stays?"],
        },
        new PredictionExercise<bool>
        {
            Id = "02-half",
            FunctionNames = ["differ"],
            Goal = "Whether a layer that takes the rate for the keep probability can be told from a right one at 0.5.",
            Answer = false,
            Because = "at 0.5 rate and keep_prob are the same number, so the two layers are one and the same, bit for bit.",
            Known = [(true, new("blind-half", "forgets that 1 - 0.5 is 0.5: both layers compute with the same number"))],
            Hints = ["Write down rate and keep_prob for a rate of 0.5."],
        },
        new FunctionExercise<Func<string, double, double>>
        {
            Id = "02-keep-prob",
            FunctionNames = ["KeepProb", "keep_prob"],
            Goal = "The probability to keep, from the number each of six interfaces is given.",
            RightMessage = "Right: all six are read as they are meant.",
            Reference = (string api, double number) => api is "tensorflow-1" or "cs231n-new" ? number : 1 - number,
            KnownAnswers =
            [
                new([s_alwaysRate], (_, number) => 1 - number),
                new("sampled-with-rate", "takes every number for the probability to keep; most interfaces are told what to drop", (_, number) => number,
                    "nn.Dropout(p) of PyTorch: \"p – probability of an element to be zeroed\". Which one is that?"),
                new("all-swapped", "has every interface the wrong way round", (api, number) => api is "tensorflow-1" or "cs231n-new" ? 1 - number : number,
                    "Start with one you know: does nn.Dropout(p) keep with p, or drop with p?"),
                new("keep-read-as-rate", "takes TensorFlow 1's keep_prob for a rate", (api, number) => api is "cs231n-new" ? number : 1 - number,
                    "The name of the argument says it: keep_prob."),
                new("editions-confused", "has the two editions of CS231n the wrong way round: the old one drops with p, the new one keeps with p",
                    (api, number) => api is "tensorflow-1" or "cs231n-old" ? number : 1 - number, "Look at the table again: which sentence belongs to which edition?"),
                new("editions-confused", "takes both editions of CS231n for one: the old one drops with p, the new one keeps with p",
                    (api, number) => api is "tensorflow-1" or "cs231n-old" or "cs231n-new" ? number : 1 - number, "The sentence changed between the editions, and the code with it."),
                new("editions-confused", "takes both editions of CS231n for one: the old one drops with p, the new one keeps with p",
                    (api, number) => api is "tensorflow-1" ? number : 1 - number, "The sentence changed between the editions, and the code with it."),
                new("description-believed", "believes deep-ml's description; its code drops with the number it is given",
                    (api, number) => api is "tensorflow-1" or "cs231n-new" or "deep-ml" ? number : 1 - number, "Of words and code, only the code runs."),
            ],
            Public = [.. s_apis.SelectMany(api => (Probe[])[new($"{api}-0.2", [api, 0.2]), new($"{api}-0.75", [api, 0.75])])],
            Hidden = draw => new("", [s_apis[draw.Whole(0, s_apis.Length - 1)], draw.Rate()]) { Purpose = "another number" },
            Hints =
            [
                "Two of the six are told what to keep. Go down the table and mark them.",
                "A number that says what to keep is the answer already; from one that says what to drop, take 1 - number.",
                "`\"tensorflow-1\" or \"cs231n-new\" => …` is one line of the switch, `_ => …` the other.",
            ],
        },
    ];
}
