using System.Globalization;

namespace DropoutLessons.Grading;

/// <summary>Is a question answered before the cell is run: a number, a yes or no, or one of some texts.</summary>
/// <typeparam name="TAnswer">double, int, bool or string</typeparam>
public sealed class PredictionExercise<TAnswer> : Exercise
    where TAnswer : notnull
{
    /// <summary>The right answer; texts are compared without regard to case and surrounding blanks.</summary>
    public required TAnswer Answer { get; init; }

    /// <summary>How far a number may be off.</summary>
    public double Within { get; init; }

    /// <summary>Why the answer is what it is; told with a right prediction.</summary>
    public required string Because { get; init; }

    /// <summary>Wrong predictions that come from a known misconception.</summary>
    public IReadOnlyList<(TAnswer Value, Fault Fault)> Known { get; init; } = [];

    /// <inheritdoc/>
    public override Signature Signature => new(typeof(TAnswer), []);

    /// <inheritdoc/>
    public override IReadOnlyList<Probe> PublicProbes { get; } = [new("prediction", [])];

    /// <inheritdoc/>
    public override IReadOnlyList<Probe> HiddenProbes(Secret secret) => [];

    internal override IEnumerable<KnownCase> KnownCases() =>
        [new([], true, [new(Answer)]), .. Known.Select(known => new KnownCase([known.Fault.Name], false, [new(known.Value)]))];

    private protected override Verdict JudgeSeen(IReadOnlyList<Probe> probes, IReadOnlyList<Outcome> outcomes)
    {
        object? given = outcomes[0].Value;
        if (given is null)
            return new(VerdictClass.NotSolved, "No prediction yet: write what you expect, run the cell, then see.", [], []);
        if (!IsOfKind(given))
            return new(VerdictClass.NotGradable, $"The prediction {ValueComparer.Text(given)} is not {Kind}.", [], []);
        if (Matches(Answer, given))
            return new(VerdictClass.SameBits, $"Right: {Because}", [], [new("prediction", true, "right")]);
        Fault[] faults = [.. Known.Where(known => Matches(known.Value, given)).Select(known => known.Fault)];
        string why = faults.Length > 0 ? $"Your prediction {faults[0].Sentence}." : "Run the cell below and compare.";
        return new(VerdictClass.Wrong, $"Not what happens: you predicted {ValueComparer.Text(given)}. {why}", [.. faults.Select(fault => fault.Name)], [new("prediction", false, "not right")])
        {
            FaultSets = [.. faults.Select(fault => (IReadOnlyList<string>)[fault.Name])],
            Hints = [.. faults.SelectMany(fault => fault.Hints)],
            Lesson = faults.Select(fault => fault.Lesson).FirstOrDefault(),
        };
    }

    private static string Kind => typeof(TAnswer) == typeof(bool) ? "true or false" : typeof(TAnswer) == typeof(string) ? "a text" : "a number";

    private static bool IsOfKind(object given) => Answers.IsNumber(typeof(TAnswer)) ? Answers.IsNumber(given.GetType()) : given is TAnswer;

    private bool Matches(TAnswer expected, object given) => expected is string text
        ? text.Equals(((string)given).Trim(), StringComparison.OrdinalIgnoreCase)
        : Answers.IsNumber(typeof(TAnswer))
            ? Math.Abs(Convert.ToDouble(expected, CultureInfo.InvariantCulture) - Convert.ToDouble(given, CultureInfo.InvariantCulture)) <= Within
            : expected.Equals(given);
}

/// <summary>Knows the kinds of predictions.</summary>
internal static class Answers
{
    public static bool IsNumber(Type type) => Type.GetTypeCode(type) is TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Int64 or TypeCode.Single or TypeCode.Double;
}
