namespace DropoutLessons.Grading;

/// <summary>Asks for <c>dropout_forward</c>; answers are matched with every combination of the known ways of taking each step.</summary>
internal sealed class DropoutForwardExercise : MatchedExercise
{
    /// <inheritdoc/>
    public override Signature Signature { get; } = Signature.Of(typeof(DropoutForwardFunction).GetMethod("Invoke")!);

    /// <inheritdoc/>
    public override IReadOnlyList<Probe> PublicProbes => DropoutProbes.Public;

    /// <inheritdoc/>
    public override IReadOnlyList<Probe> HiddenProbes(Secret secret) => DropoutProbes.Hidden(secret.For(Id));

    private protected override Outcome Expected(Probe probe)
    {
        var (seed, x, rate, deterministic) = DropoutProbes.Arguments(probe);
        return new(Reference.DropoutForward(seed, x, rate, deterministic));
    }

    private protected override IReadOnlyList<Explanation> Explain(IReadOnlyList<Probe> probes, IReadOnlyList<Outcome> outcomes) =>
        outcomes.All(outcome => outcome.Value is float[]) ? Diagnosis.For(probes).Explain(outcomes.Select(outcome => (float[])outcome.Value!)) : [];
}
