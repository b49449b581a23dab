namespace DropoutLessons.Grading;

/// <summary>Is one complete way of writing <c>dropout_forward</c>: a choice for each of its steps.</summary>
internal sealed record Variant(
    Choice<KeyStep> Key, Choice<MaskStep> Mask, Choice<ScaleStepChoice> Scale, Choice<DropStep> Drop,
    Choice<EvalStep> Eval, Choice<FlagStep> Flag)
{
    /// <summary>Every way there is: one point for each combination of choices.</summary>
    public static IEnumerable<Variant> Lattice { get; } =
    [
        ..from key in Choices.Key
          from mask in Choices.Mask
          from scale in Choices.Scale
          from drop in Choices.Drop
          from eval in Choices.Eval
          from flag in Choices.Flag
          select new Variant(key, mask, scale, drop, eval, flag),
    ];

    /// <summary>What differs from JAX, as (name, sentence) pairs in the order of the steps.</summary>
    public IReadOnlyList<(string Name, string Sentence)> Faults { get; } =
        new[]
        {
            (Flag.Fault, Flag.Sentence), (Eval.Fault, Eval.Sentence), (Key.Fault, Key.Sentence),
            (Mask.Fault, Mask.Sentence), (Scale.Fault, Scale.Sentence), (Drop.Fault, Drop.Sentence),
        }.Where(fault => fault.Item1.Length > 0).ToArray();

    public bool IsAccepted { get; } =
        Key.IsAccepted && Mask.IsAccepted && Scale.IsAccepted && Drop.IsAccepted && Eval.IsAccepted && Flag.IsAccepted;

    /// <summary>Computes what this way of writing it returns.</summary>
    public float[] Forward(double seed, float[] x, double rate, double deterministic)
    {
        if (Flag.Apply(deterministic))
            return Array.ConvertAll(x, value => Eval.Apply(value, rate));
        if (rate <= 0)
            return x;
        bool[] mask = Mask.Apply(Key.Apply(seed), rate, x.Length);
        return x.Select((value, i) =>
        {
            float scaled = Scale.Apply(value, rate);
            return mask[i] ? scaled : Drop.Apply(scaled);
        }).ToArray();
    }
}
