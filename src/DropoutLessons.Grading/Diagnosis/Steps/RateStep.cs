namespace DropoutLessons.Grading;

/// <summary>Says whether a rate makes training return <c>x</c> without drawing a key.</summary>
internal delegate bool RateStep(double rate);

/// <summary>Lists when people skip the mask.</summary>
internal static class RateChoices
{
    private static readonly Fault s_missing = Named("short-circuit-missing", "went on to draw and scale at a rate below 0, where x comes back unchanged");

    public static Choice<RateStep>[] All { get; } =
    [
        Choice<RateStep>.Right(rate => rate <= 0),
        (s_missing, _ => false),
        (s_missing, rate => rate == 0),
        (Named("rate-1-passes-through", "returned x at rate 1, where everything is dropped"), rate => rate is <= 0 or >= 1),
        (Named("rate-truncated", "cut the rate to a whole number, so every rate below 1 counts as 0"), rate => (int)rate <= 0),
        (Named("rate-rounded", "rounded the rate to a whole number"), rate => Math.Round(rate) <= 0),
        (Named("short-circuit-inverted", "returned x where the rate is above 0 and dropped where it is not"), rate => rate > 0),
    ];

    private static Fault Named(string name, string sentence) => new(name, sentence)
    {
        Lesson = 11,
        Hints = ["For which rates is there nothing to drop? And for which is there everything?", "Return x when rate <= 0, and only then."],
    };
}
