namespace DropoutLessons.Grading;

/// <summary>Defines the exercises of the lesson on telling layers apart from outside.</summary>
internal sealed class Lesson14 : ILessonExercises
{
    /// <inheritdoc/>
    public IEnumerable<Exercise> Exercises { get; } =
    [
        new PredictionExercise<int>
        {
            Id = "14-one-call",
            FunctionNames = ["unseen"],
            Goal = "How many of sixteen wrong layers give every bit right in one training call.",
            Answer = 6,
            Because = "three show at evaluation only, one in a second call, one in what is left of x, one where an input is infinite.",
            Known =
            [
                (0, new("one-call-sees-all", "trusts one call with everything; it never sees evaluation, a second call, or an input it does not make")),
                (3, new("evaluation-only", "counts the faults of evaluation; a second call, x after the call and an infinite input are not seen either")),
                (4, new("x-not-looked-at", "leaves out some of these: evaluation, a second call, x after the call, an infinite input")),
                (10, new("seen-counted", "counts those that show; the question is how many do not")),
                (16, new("nothing-seen", "expects a call to tell nothing; a wrong mask or factor shows at once")),
            ],
            Hints = ["Go through the parts of a layer: mask, factor, key, flag, memory, what becomes of x. Which of them does one training call show?"],
        },
        new PredictionExercise<bool>
        {
            Id = "14-different",
            FunctionNames = ["wrong"],
            Goal = "Whether a layer that keeps other elements than JAX does, as many on average, breaks the promise.",
            Answer = false,
            Because = "the promise asks for coins of keep_prob, equal for equal seeds. Which random numbers toss them it leaves open.",
            Known = [(true, new("bits-of-one-generator", "asks for more than was promised: nothing in it names a generator"))],
            Hints = ["Read the promise again. Which of its sentences would the layer break?"],
        },
        new PredictionExercise<int>
        {
            Id = "14-mean",
            FunctionNames = ["caught"],
            Goal = "How many of four layers a check of the mean output over many elements catches.",
            Answer = 2,
            Because = "a missing factor and a wrong p move the mean; a fixed count and a mask that repeats keep it.",
            Known =
            [
                (4, new("mean-sees-all", "trusts the mean with everything; it sees how much stays, not which elements stay together")),
                (1, new("wrong-p-unseen", "leaves one out: a missing factor gives 0.7, and a wrong p about 0.43")),
                (3, new("exact-count-unseen", "counts one too many: three of ten dropped every time is a mean of 1, too")),
                (0, new("mean-sees-nothing", "expects nothing of it; without the factor the mean is 0.7 of what it should be")),
            ],
            Hints = ["Write down the expected mean of each: how much stays, times what a kept element becomes."],
        },
        new TestingExercise<DropoutForwardFunction>
        {
            Id = "14-clinic",
            FunctionNames = ["Accepts", "accepts"],
            Goal = "A test that opens every wrong door and no right one.",
            CandidateName = "door",
            PublicCount = Clinic.DoorCount,
            Candidates = Clinic.Ward(),
            Hints =
            [
                "One call shows one thing. Make a list: training, evaluation with several flags, the same seed twice, two seeds, x afterwards, an infinite input.",
                "Training at 0.3 with 1000 elements: each output is 0 or near x / 0.7, and about 700 are kept. With another seed the mask is another, and so is the count.",
                "In one mask, compare element i with element i + 8. For the infinity: `layer(seed, [float.PositiveInfinity, …], 0.3, 0)` holds no NaN. For x: keep a copy and compare it afterwards.",
            ],
        },
    ];
}
