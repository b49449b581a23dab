namespace DropoutLessons.Grading;

/// <summary>Is one complete way of writing <c>dropout_forward</c>, a point of the lattice: a choice for each of its steps.</summary>
internal sealed record Variant(
    Choice<FlagStep> Flag, Choice<RateStep> Rate, Choice<EvalStep> Eval, Choice<Memory> Memory,
    Choice<KeyStep> Key, Choice<MaskStep> Mask, Choice<ScaleStep> Scale, Choice<DropStep> Drop)
{
    /// <summary>The reference's way.</summary>
    public static Variant Right { get; } = new(
        FlagChoices.All[0], RateChoices.All[0], EvalChoices.All[0], MemoryChoices.All[0], KeyChoices.All[0], MaskChoices.All[0], ScaleChoices.All[0], DropChoices.All[0]);

    /// <summary>Every point that differs from the reference in one step.</summary>
    public static IReadOnlyList<Variant> Singles { get; } =
    [
        .. Others(FlagChoices.All).Select(choice => Right with { Flag = choice }),
        .. Others(RateChoices.All).Select(choice => Right with { Rate = choice }),
        .. Others(EvalChoices.All).Select(choice => Right with { Eval = choice }),
        .. Others(MemoryChoices.All).Select(choice => Right with { Memory = choice }),
        .. Others(KeyChoices.All).Select(choice => Right with { Key = choice }),
        .. Others(MaskChoices.All).Select(choice => Right with { Mask = choice }),
        .. Others(ScaleChoices.All).Select(choice => Right with { Scale = choice }),
        .. Others(DropChoices.All).Select(choice => Right with { Drop = choice }),
    ];

    /// <summary>Every point that differs from the reference in two steps.</summary>
    public static IEnumerable<Variant> Pairs =>
        Singles.SelectMany((first, i) => Singles.Skip(i + 1).Select(first.With)).OfType<Variant>();

    /// <summary>What differs from the reference, in the order a learner should hear of it.</summary>
    public IEnumerable<Fault> Differences =>
        new[] { Flag.Fault, Rate.Fault, Eval.Fault, Memory.Fault, Key.Fault, Mask.Fault, Scale.Fault, Drop.Fault }.OfType<Fault>();

    /// <summary>True when no difference is more than another rounding.</summary>
    public bool IsAccepted => Weight < 100;

    /// <summary>Weight in the search for the simplest combination.</summary>
    public int Weight => Flag.Weight + Rate.Weight + Eval.Weight + Memory.Weight + Key.Weight + Mask.Weight + Scale.Weight + Drop.Weight;

    /// <summary>Takes the differences of both; null when they differ from the reference in the same step.</summary>
    public Variant? With(Variant other) =>
        Join(Flag, other.Flag, Right.Flag) is { } flag && Join(Rate, other.Rate, Right.Rate) is { } rate && Join(Eval, other.Eval, Right.Eval) is { } eval
        && Join(Memory, other.Memory, Right.Memory) is { } memory && Join(Key, other.Key, Right.Key) is { } key && Join(Mask, other.Mask, Right.Mask) is { } mask
        && Join(Scale, other.Scale, Right.Scale) is { } scale && Join(Drop, other.Drop, Right.Drop) is { } drop
            ? new(flag, rate, eval, memory, key, mask, scale, drop) : null;

    /// <summary>What it says in a verdict.</summary>
    public Explanation ToExplanation() => IsAccepted
        ? new([], [.. Differences])
        : new([.. Differences.Where(fault => Scale.Fault != fault || !Scale.IsAccepted)], [.. Differences.Where(fault => Scale.Fault == fault && Scale.IsAccepted)]);

    /// <summary>Computes what it returns for calls made in order in one process.</summary>
    public IEnumerable<float[]> Run(IEnumerable<DropoutCall> calls)
    {
        var masks = new MaskSource(Memory.Apply, Key.Apply, Mask.Apply);
        foreach (var call in calls)
            yield return Flag.Apply(call.Deterministic) ? Array.ConvertAll(call.X, x => Eval.Apply(x, call.Rate))
                : Rate.Apply(call.Rate) ? call.X
                : Train(call, masks.Next(call));
    }

    private float[] Train(DropoutCall call, ulong mask)
    {
        double keptFraction = (double)System.Numerics.BitOperations.PopCount(mask) / call.X.Length;
        float Scaled(float x) => Scale.Apply(x, call.Rate, keptFraction);
        return [.. call.X.Select((x, i) => (mask >> i & 1) == 1 ? Scaled(x) : Drop.Apply(x, Scaled))];
    }

    private static IEnumerable<Choice<TStep>> Others<TStep>(Choice<TStep>[] all) => all.Skip(1);

    private static Choice<TStep>? Join<TStep>(Choice<TStep> a, Choice<TStep> b, Choice<TStep> right) =>
        ReferenceEquals(a, right) ? b : ReferenceEquals(b, right) ? a : null;
}
