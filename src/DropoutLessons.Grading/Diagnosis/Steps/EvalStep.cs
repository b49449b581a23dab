namespace DropoutLessons.Grading;

/// <summary>Computes an element of the output at evaluation.</summary>
internal delegate float EvalStep(float x, double rate);

/// <summary>Lists what people do at evaluation.</summary>
internal static class EvalChoices
{
    private static readonly Fault s_scaled = Named("eval-scaled", "scaled the output by keep_prob at evaluation, where inverted dropout does nothing");
    private static readonly Fault s_divided = Named("eval-divided", "divided the output by keep_prob at evaluation, where inverted dropout does nothing");
    private static readonly Fault s_timesRate = Named("eval-times-rate", "multiplied the output by rate at evaluation, where inverted dropout does nothing");

    public static Choice<EvalStep>[] All { get; } =
    [
        Choice<EvalStep>.Right((x, _) => x),
        (s_scaled, (x, rate) => x * (float)(1 - rate)),
        (s_scaled, (x, rate) => (float)(x * (1 - rate))),
        (s_divided, (x, rate) => x / (float)(1 - rate)),
        (s_divided, (x, rate) => x * (1f / (float)(1 - rate))),
        (s_divided, (x, rate) => (float)(x / (1 - rate))),
        (s_timesRate, (x, rate) => x * (float)rate),
        (s_timesRate, (x, rate) => (float)(x * rate)),
        (Named("eval-zero", "returned zeros at evaluation, where x comes back unchanged"), (_, _) => 0f),
    ];

    private static Fault Named(string name, string sentence) => new(name, sentence)
    {
        Lesson = 3,
        Hints = ["Training already makes up for what it drops. What is left to do at evaluation?", "Nothing: return x."],
    };
}
