namespace DropoutLessons.Grading;

/// <summary>Defines the exercises of the lesson on grading a grader.</summary>
internal sealed class Lesson16 : ILessonExercises
{
    private const double GoodRate = 0.3, FineTolerance = 1e-4, WideTolerance = 0.5;
    private const int Many = 1000, Few = 6;

    private static readonly Fault s_half = new("rate-at-one-half", "asks at a rate of 0.5, where rate and keep_prob are one number")
    {
        Lesson = 2,
        Hints = ["At which rate do a wrong p and a right one give the same bits?", "Ask at 0.3."],
    };

    private static readonly Fault s_few = new("too-few-draws", "asks for so few elements that any number of them may be kept by chance")
    {
        Hints = ["Of six elements, how many may be kept without anything being wrong?", "Ask for 1000 elements, of which about 700 stay."],
    };

    private static readonly Fault s_wide = new("tolerance-too-wide", "lets a kept element be so far from x / keep_prob that another factor fits in")
    {
        Lesson = 10,
        Hints = ["How far is 1 from 1 / 0.7? And how far is one rounding?", "Allow a kept element to be 0.0001 off."],
    };

    /// <inheritdoc/>
    public IEnumerable<Exercise> Exercises { get; } =
    [
        new PredictionExercise<int>
        {
            Id = "16-half",
            FunctionNames = ["identical"],
            Goal = "How many of twelve wrong layers give the very bits of the right one at a rate of 0.5.",
            Answer = 5,
            Because = "at 0.5 rate and keep_prob are one number, and both 2 and 1 / rate are what it divides into 1.",
            Known =
            [
                (0, new("one-half-tells-all", "expects 0.5 to be a rate like any other; rate and 1 - rate are equal there")),
                (1, new("wrong-p-only", "counts a wrong p alone; who divides by rate, doubles, or takes 0.5 for every rate is right there, too")),
                (2, new("wrong-p-only", "leaves out some: a wrong p, division by rate, both at once, a factor of 2, a fixed 0.5")),
                (3, new("constants-forgotten", "leaves out the two that do not read the rate at all: a factor of 2, a fixed 0.5")),
                (12, new("one-half-hides-all", "expects 0.5 to hide everything; a missing factor shows at any rate")),
            ],
            Hints = ["Put rate = 0.5 into each: which factor, and which probability to keep?"],
        },
        new PredictionExercise<double>
        {
            Id = "16-lucky",
            FunctionNames = ["chance"],
            Goal = "The chance that six elements show no difference between keeping below 0.3 and keeping below 0.7.",
            Answer = Math.Pow(0.6, 6),
            Within = 0.002,
            Because = "an element tells when its number lies from 0.3 to 0.7. That none of six does has the chance 0.6 to the sixth, about 0.047.",
            Known =
            [
                (0, new("luck-left-out", "takes for certain that one of six tells; each is silent with a chance of 0.6")),
                (0.6, new("one-draw-only", "is the chance for one element; there are six")),
                (Math.Pow(0.4, 6), new("telling-counted", "is the chance that all six tell")),
                (1 - Math.Pow(0.6, 6), new("complement", "is the chance that at least one tells")),
                (Math.Pow(0.7, 6), new("one-side-only", "takes the numbers below 0.3 for telling ones; telling are those between 0.3 and 0.7")),
            ],
            Hints = ["Where must a number lie for the two masks to differ? And how likely is it not to lie there, six times?"],
        },
        new PredictionExercise<bool>
        {
            Id = "16-wide",
            FunctionNames = ["accepted"],
            Goal = "Whether a tolerance of 0.5 accepts a layer that does not rescale.",
            Answer = true,
            Because = "a kept 1 stays 1 where it should become 1.43, and 0.43 is within 0.5.",
            Known = [(false, new("tolerance-tells-all", "expects a tolerance to separate what is right from what is nearly right; this one is wider than the difference"))],
            Hints = ["A kept 1 becomes 1 / 0.7. How far from that is 1?"],
        },
        new TestingExercise<DropoutForwardFunction>
        {
            Id = "16-grader",
            FunctionNames = ["Passes", "passes"],
            Goal = "A check that accepts every right layer of the bank and no wrong one.",
            CandidateName = "layer",
            PublicCount = Clinic.Graded.Count,
            Candidates = Clinic.Graded,
            KnownTests =
            [
                new([s_half], layer => Passes(layer, 0.5, Many, FineTolerance)),
                new([s_few], layer => Passes(layer, GoodRate, Few, FineTolerance)),
                new([s_wide], layer => Passes(layer, GoodRate, Many, WideTolerance)),
                new([s_half, s_few], layer => Passes(layer, 0.5, Few, FineTolerance)),
                new([s_half, s_wide], layer => Passes(layer, 0.5, Many, WideTolerance)),
                new([s_few, s_wide], layer => Passes(layer, GoodRate, Few, WideTolerance)),
                new([s_half, s_few, s_wide], layer => Passes(layer, 0.5, Few, WideTolerance)),
                new([new("share-only", "looks at how many elements stay and never at what they become") { Hints = ["What is a kept 1 at a rate of 0.3?"] }], layer => Passes(layer, GoodRate, Many, double.PositiveInfinity)),
                new([new("mean-only", "looks at the mean, which a fault in the mask and one in the factor may leave as it is") { Hints = ["Which layers keep the mean and are wrong?"] }], MeanIsKept),
                new([new("bits-of-one-generator", "asks for the very bits of one generator, which nothing promises")
                {
                    Hints = ["Must two right layers keep the same elements?", "Look at how many are kept, and at what each of them becomes."],
                }], layer => layer(1, Ones(Many), GoodRate, 0).SequenceEqual(Reference.DropoutForward(1, Ones(Many), GoodRate, 0))),
                new([new("refuses-everything", "refuses whatever it is handed") { Hints = ["Try it on the first layer of the bank, which is right."] }], _ => false),
                new([new("accepts-everything", "accepts whatever it is handed") { Hints = ["Which line of your check can give false?"] }], _ => true),
            ],
            Hints =
            [
                "Three numbers are at fault: the rate, the number of elements, the tolerance. Which wrong layers does each of them let in?",
                "Ask at a rate of 0.3 for 1000 elements: about 700 stay. How far may the number be from 700, and a kept element from 1 / 0.7?",
                "`Math.Abs(kept.Length - 700) < 60 && kept.All(value => Math.Abs(value - 1 / 0.7) < 0.0001)`",
            ],
        },
    ];

    // The check of the lesson, with its three numbers.
    private static bool Passes(DropoutForwardFunction layer, double rate, int count, double tolerance)
    {
        double keepProb = 1 - rate;
        float[] kept = [.. layer(1, Ones(count), rate, 0).Where(value => value != 0)];
        return Math.Abs(kept.Length - (count * keepProb)) < 4 * Math.Sqrt(count * keepProb * rate) && kept.All(value => Math.Abs(value - (1 / keepProb)) <= tolerance);
    }

    private static bool MeanIsKept(DropoutForwardFunction layer) => Math.Abs(layer(1, Ones(Many), GoodRate, 0).Average() - 1) < 0.1;

    private static float[] Ones(int count) => [.. Enumerable.Repeat(1f, count)];
}
