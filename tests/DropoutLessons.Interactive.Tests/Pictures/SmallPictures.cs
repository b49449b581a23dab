namespace DropoutLessons.Interactive.Tests.Pictures;

/// <summary>Holds one small picture of every kind, made from fixed keys.</summary>
public static class SmallPictures
{
    public static PrngKey Key { get; } = PrngKey.FromSeed(7).FoldIn(0);

    public static float[] X { get; } = [.. Enumerable.Range(0, 16).Select(i => (i - 4) / 4f)];

    public static float[] Y { get; } = Reference.DropoutForward(7, X, 0.3, 0);

    public static IReadOnlyDictionary<string, Func<Picture>> Kinds { get; } = new Dictionary<string, Func<Picture>>
    {
        ["mask"] = () => Show.Mask(Key.Bernoulli(0.7, 24), 0.3, columns: 8),
        ["activations"] = () => Show.Activations(X, Y),
        ["key"] = () => Show.Key(Key),
        ["stream"] = () => Show.Stream(Used()["dropout"]),
        ["rngs"] = () => Show.Rngs(Used()),
        ["call"] = () => Show.Call(Key, X, 0.3, Yours()),
        ["compare"] = () => Show.Compare(Y, Yours()),
        ["divergences"] = () => Show.Divergences(Y, [("same", Y), ("yours", Yours()), ("eval", X)]),
        ["judgements"] = () => Show.Judgements([("wrong p", false), ("right", true), ("no rescale", false)], ("all", [true, true, true]), ("none", [false, false, false]), ("good", [false, true, false])),
        ["mean-kept"] = () => Show.MeanKept(X, 0.3, Forward, calls: 8),
        ["outputs"] = () => Show.Outputs(X, 0.3, Forward, calls: 8),
        ["train-eval"] = () => Show.TrainEval(X, Y, X),
        ["training"] = () => Show.Training(("no dropout", Curve(0.9)), ("rate 0.5", Curve(0.8))),
        ["image"] = () => Show.Image([.. Key.Uniform(12)], columns: 4),
        ["passes"] = () => Show.Passes([.. Enumerable.Range(0, 6).Select(pass => Probabilities(Key.FoldIn((uint)pass).Uniform(4)))], [0.1f, 0.4f, 0.3f, 0.2f]),
        ["linen-against-nnx"] = () => Show.LinenAgainstNnx(KeyWire.Nnx(new Rngs(0), "dropout", "call 1", "call 2"), [.. Linen(), .. Linen()]),
        ["verdict"] = () => Show.Verdict("Not rescaled.", [("training", false, "element 1 should be 2, got 1"), ("evaluation", true, "right")]),
    };

    public static Rngs Used()
    {
        var rngs = new Rngs { { "params", 0 }, { "dropout", 42 } };
        rngs.Params();
        rngs.Dropout();
        rngs.Dropout();
        return rngs;
    }

    /// <summary>A run with two faults: element 6 is not scaled, element 9 is off by one unit in the last place.</summary>
    public static float[] Yours()
    {
        float[] yours = [.. Y];
        (yours[6], yours[9]) = (X[6], MathF.BitIncrement(yours[9]));
        return yours;
    }

    public static float[] Forward(int call) => Reference.DropoutForward(call, X, 0.3, 0);

    public static TrainingPoint[] Curve(double factor) => [.. Enumerable.Range(1, 6).Select(step => new TrainingPoint(step, 2.4 * Math.Pow(factor, step), 2.3 * Math.Pow(factor, step), 1 - Math.Pow(factor, step)))];

    private static float[] Probabilities(float[] parts) => Array.ConvertAll(parts, part => part / parts.Sum());

    private static KeyWire[] Linen() => KeyWire.Linen(new LinenRngs { { "dropout", PrngKey.FromSeed(0) } }, "dropout", "Dropout_0");
}
