namespace DropoutLessons.Grading;

/// <summary>Says whether a value of <c>deterministic</c> means evaluation.</summary>
internal delegate bool FlagStep(double deterministic);

/// <summary>Lists how the flag is read.</summary>
internal static class FlagChoices
{
    private static readonly string[] s_hints = ["The flag is a number: from 0.5 on it means evaluation, below training.", "Compare it: deterministic >= 0.5."];

    public static Choice<FlagStep>[] All { get; } =
    [
        Choice<FlagStep>.Right(flag => flag >= 0.5),
        (Named("flag-inverted", "took deterministic the wrong way round: it drops at evaluation and leaves training alone"), flag => flag < 0.5),
        (Named("flag-ignored", "ignored deterministic, so it drops at evaluation too"), _ => false),
        (Named("always-eval", "never dropped anything, as if deterministic were always on"), _ => true),
        (Named("flag-truthy", "took every deterministic but 0 for evaluation; the flag means evaluation from 0.5 on"), flag => flag != 0),
        (Named("flag-truncated", "cut deterministic to a whole number, so 0.75 counts as training; the flag means evaluation from 0.5 on"), flag => (int)flag != 0),
        (Named("flag-above-one-half", "took 0.5 itself for training; the flag means evaluation from 0.5 on"), flag => flag > 0.5),
    ];

    private static Fault Named(string name, string sentence) => new(name, sentence) { Lesson = 5, Hints = s_hints };
}
