namespace DropoutLessons.Grading;

/// <summary>Holds what one probe of an answer shows beside the reference.</summary>
/// <param name="Level">how close the result is</param>
/// <param name="Call">the call as a learner would write it, or a hidden probe's purpose</param>
/// <param name="Check">the line of the report</param>
/// <param name="Threw">what was thrown where the reference throws nothing of the kind</param>
/// <param name="Divergence">where the result first differs; null for a hidden probe</param>
/// <param name="IsHidden">true when nothing of the arguments and bits may be told</param>
/// <param name="HasRightValue">true when the result is right, whatever else happened</param>
internal sealed record Comparison(ComparisonLevel Level, string Call, CheckResult Check, ThrownError? Threw, Divergence? Divergence, bool IsHidden, bool HasRightValue)
{
    public static Comparison Of(MatchedExercise exercise, Probe probe, Outcome expected, Outcome seen, Tolerance tolerance)
    {
        string call = CallText.Of(exercise.Signature, probe);
        var threw = seen.Error is { } error && error.Type != expected.Error?.Type ? error : null;
        var distance = ValueComparer.Compare(expected.Value, seen.Value, tolerance);
        (var level, string words) = (threw, expected.Error) switch
        {
            ({ } thrown, _) => (ComparisonLevel.Different, $"threw {thrown.Type}"),
            (null, { } wanted) => seen.Error is not null ? (ComparisonLevel.SameBits, "right") : (ComparisonLevel.Different, $"should throw {wanted.Type}, gave {ValueComparer.Text(seen.Value)}"),
            _ when distance.Level == ComparisonLevel.Different => (distance.Level, Words(distance)),
            _ when seen.ModifiedInput && !exercise.MayModifyInput => (ComparisonLevel.Different, "the input array was written to; the caller still needs it"),
            _ => (distance.Level, "right"),
        };
        bool passed = level != ComparisonLevel.Different;
        string message = probe.IsHidden ? $"{call}: {(passed ? "right" : "not right")}" : $"{call}: {words}";
        var divergence = passed || probe.IsHidden || threw is not null ? null : new Divergence(probe, distance.Element, distance.Expected, distance.Got);
        return new(level, call, new(probe.Id, passed, message), threw, divergence, probe.IsHidden, threw is null && distance.Level != ComparisonLevel.Different);
    }

    private static string Words(Distance distance) => distance.Element is { } i
        ? $"element {i} should be {distance.Expected}, got {distance.Got}"
        : $"expected {distance.Expected}, got {distance.Got}";
}
