namespace DropoutLessons.Grading;

/// <summary>Computes what a dropped element becomes.</summary>
/// <param name="x">the element</param>
/// <param name="scale">what is done to kept elements</param>
internal delegate float DropStep(float x, Func<float, float> scale);

/// <summary>Lists what people put in the place of dropped elements.</summary>
internal static class DropChoices
{
    private static readonly string[] s_hints = ["What is infinity times 0, and 0 divided by 0?", "Choose instead of calculating: mask[i] ? x[i] / keepProb : 0f."];
    private static readonly Fault s_multiplied = new("multiplied-by-mask", "multiplied by the mask, which makes -0 of a dropped negative element and NaN of a dropped infinity; JAX selects") { Lesson = 11, Hints = s_hints };

    public static Choice<DropStep>[] All { get; } =
    [
        Choice<DropStep>.Right((_, _) => 0f),
        (s_multiplied, (x, scale) => scale(x) * 0f),
        (s_multiplied, (x, scale) => scale(x * 0f)),
        (s_multiplied, (x, _) => x * 0f),
        (new("rate-1-divides-zero", "scaled the dropped zeros, too, which at rate 1 is 0 / 0; JAX selects after it has divided") { Lesson = 11, Hints = s_hints }, (_, scale) => scale(0f)),
        (new("dropped-left-in-place", "left dropped elements as they were instead of setting them to 0")
        {
            Lesson = 1,
            Hints = ["What stands in the output where the mask is false?", "Set it: 0f."],
        }, (x, _) => x),
    ];
}
