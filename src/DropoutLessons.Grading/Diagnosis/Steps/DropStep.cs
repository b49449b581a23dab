namespace DropoutLessons.Grading;

/// <summary>Computes what a dropped element becomes.</summary>
/// <param name="x">the element</param>
/// <param name="scaled">what it would have become had it been kept</param>
internal delegate float DropStep(float x, float scaled);

/// <summary>Lists what people put in the place of dropped elements.</summary>
internal static class DropChoices
{
    public static Choice<DropStep>[] All { get; } =
    [
        Choice<DropStep>.Right((_, _) => 0f),
        (new("multiplied-by-mask", "multiplied by the mask, which makes -0 of a dropped negative element and NaN of a dropped infinity; JAX selects")
        {
            Lesson = 11,
            Hints = ["What is infinity times 0?", "Choose instead of multiplying: mask[i] ? x[i] / keepProb : 0f."],
        }, (_, scaled) => scaled * 0f),
        (new("dropped-left-in-place", "left dropped elements as they were instead of setting them to 0")
        {
            Lesson = 1,
            Hints = ["What stands in the output where the mask is false?", "Set it: 0f."],
        }, (x, _) => x),
    ];
}
