namespace DropoutLessons.Grading;

/// <summary>Is an exercise with a reference function and known wrong ones, matched as they are.</summary>
/// <typeparam name="TFunction">type of the answer; every parameter and result a plain value, see <see cref="PlainValue"/></typeparam>
/// <remarks>For a layer with state, <typeparamref name="TFunction"/> makes it: it returns a delegate that <see cref="Probe.Calls"/> are made on.</remarks>
public sealed class FunctionExercise<TFunction> : MatchedExercise
    where TFunction : Delegate
{
    private Matcher? _matcher;

    /// <summary>The right answer; its parameter names are those of the signature.</summary>
    public required TFunction Reference { get; init; }

    /// <summary>Known wrong answers, and other ways of writing right ones.</summary>
    public IReadOnlyList<KnownAnswer<TFunction>> KnownAnswers { get; init; } = [];

    /// <summary>Calls a learner may know, as arguments of one call each; names and order of the probes follow.</summary>
    public required IReadOnlyList<Probe> Public { get; init; }

    /// <summary>Draws the arguments of one hidden call; null: no hidden checks.</summary>
    public Func<Draw, Probe>? Hidden { get; init; }

    /// <summary>How many hidden calls are drawn.</summary>
    public int HiddenCount { get; init; } = 6;

    /// <summary>How far a double may be from the reference's, relative to it; a float may always be one unit in the last place away.</summary>
    public double RelativeTolerance { get; init; } = 1e-12;

    /// <inheritdoc/>
    public override Signature Signature => Signature.Of(Reference);

    /// <inheritdoc/>
    public override IReadOnlyList<Probe> PublicProbes => Public;

    private protected override Tolerance Tolerance => new(Ulps: 1, RelativeTolerance);

    /// <inheritdoc/>
    public override IReadOnlyList<Probe> HiddenProbes(Secret secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var draw = secret.For(Id);
        return Hidden is null ? [] : [.. Enumerable.Range(1, HiddenCount).Select(i => Hidden(draw) with { Id = $"hidden-{i}", IsHidden = true })];
    }

    internal override IEnumerable<KnownCase> KnownCases() =>
    [
        new([], true, Outcomes(Reference)),
        .. KnownAnswers.Select(known => new KnownCase(known.IsAccepted ? [] : [.. known.Faults.Select(fault => fault.Name)], known.IsAccepted, Outcomes(known.Function))),
    ];

    private Outcome[] Outcomes(TFunction function) => [.. Public.Select(probe => Caller.Call(function, probe))];

    private protected override Outcome Expected(Probe probe) => Caller.Call(Reference, probe);

    private protected override IReadOnlyList<Explanation> Explain(IReadOnlyList<Probe> probes, IReadOnlyList<Outcome> outcomes) =>
        (_matcher ??= new(KnownAnswers.Select(known => (known.Explanation, (Delegate)known.Function)))).Fitting(probes, outcomes);
}

/// <summary>Is a way of answering that is known beforehand.</summary>
/// <param name="Faults">what it gets wrong; more than one for a combination people really hand in</param>
/// <param name="Function">the answer itself</param>
/// <param name="IsAccepted">true when it is right up to the last bit; its faults are then remarks</param>
public sealed record KnownAnswer<TFunction>(IReadOnlyList<Fault> Faults, TFunction Function, bool IsAccepted = false)
    where TFunction : Delegate
{
    /// <summary>Makes a wrong answer with one fault.</summary>
    /// <param name="name">short name of the misconception</param>
    /// <param name="sentence">what was done; continues "Your function …"</param>
    /// <param name="function">the answer itself</param>
    /// <param name="hints">hints from vague to plain</param>
    public KnownAnswer(string name, string sentence, TFunction function, params IReadOnlyList<string> hints)
        : this([new(name, sentence) { Hints = hints }], function)
    {
    }

    internal Explanation Explanation => IsAccepted ? new([], Faults) : new(Faults, []);
}
