using System.Runtime.CompilerServices;

namespace DropoutLessons.Grading;

/// <summary>Asks for <c>dropout_forward</c>; answers are matched with every combination of the known ways of taking each step.</summary>
internal sealed class DropoutForwardExercise : MatchedExercise
{
    private static readonly ConditionalWeakTable<IReadOnlyList<Probe>, LatticeMatcher> s_matchers = [];

    /// <inheritdoc/>
    public override Signature Signature { get; } = Signature.Of(typeof(DropoutForwardFunction).GetMethod("Invoke")!);

    /// <inheritdoc/>
    public override IReadOnlyList<Probe> PublicProbes => DropoutProbes.Public;

    /// <inheritdoc/>
    public override IReadOnlyList<Probe> HiddenProbes(Secret secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return DropoutProbes.Hidden(secret.For(Id));
    }

    private protected override Outcome Expected(Probe probe)
    {
        var call = DropoutCall.Of(probe);
        return new(Reference.DropoutForward(call.Seed, [.. call.X], call.Rate, call.Deterministic));
    }

    private protected override IReadOnlyList<Explanation> Explain(IReadOnlyList<Probe> probes, IReadOnlyList<Outcome> outcomes)
    {
        if (!outcomes.All(outcome => outcome.Value is float[]))
            return [];
        var matcher = s_matchers.GetValue(probes, list => new([.. list.Select(DropoutCall.Of)]));
        return [.. matcher.Simplest([.. outcomes.Select(outcome => (float[])outcome.Value!)])
            .Select(variant => variant.ToExplanation())
            .DistinctBy(explanation => explanation.Sentence)];
    }

    private protected override Properties? Examine(IReadOnlyList<Probe> probes, IReadOnlyList<Outcome> outcomes, IReadOnlyList<bool> isRight)
    {
        DropoutCall[] calls = [.. probes.Select(DropoutCall.Of)];
        if (!calls.Zip(outcomes).All(pair => pair.Second.Value is float[] output && output.Length == pair.First.X.Length))
            return null;
        bool isRestRight = calls.Zip(isRight).All(pair => pair.Second || (pair.First.IsTraining && pair.First.Rate < 1));
        return Properties.Of(calls, [.. outcomes.Select(outcome => (float[])outcome.Value!)], isRestRight);
    }
}
