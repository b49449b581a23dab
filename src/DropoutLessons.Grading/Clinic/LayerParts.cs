namespace DropoutLessons.Grading;

/// <summary>Is a dropout layer in parts, one of which another layer of the clinic has otherwise; the parts here are the right ones.</summary>
internal sealed record LayerParts
{
    /// <summary>Says whether the flag means evaluation.</summary>
    public Func<double, bool> IsEvaluation { get; init; } = flag => flag >= 0.5;

    /// <summary>Computes the output at evaluation from the input and the rate.</summary>
    public Func<float[], double, float[]> AtEvaluation { get; init; } = (x, _) => x;

    /// <summary>Makes the key of a call from its seed.</summary>
    public Func<long, PrngKey> Key { get; init; } = seed => PrngKey.FromSeed(seed).FoldIn(0);

    /// <summary>Draws which elements stay, from the key, the rate and their number.</summary>
    public Func<PrngKey, double, int, bool[]> Mask { get; init; } = (key, rate, length) => key.Bernoulli(1 - rate, length);

    /// <summary>Computes a kept element from the input, the rate and the fraction that is kept in this call.</summary>
    public Func<float, double, double, float> Kept { get; init; } = (x, rate, _) => x / (float)(1 - rate);

    /// <summary>Computes a dropped element from the input.</summary>
    public Func<float, float> Dropped { get; init; } = _ => 0f;

    /// <summary>True for a layer that writes its output over its input.</summary>
    public bool IsInPlace { get; init; }

    /// <summary>Computes the output as a <see cref="DropoutForwardFunction"/> does.</summary>
    public float[] Forward(double seed, float[] x, double rate, double deterministic)
    {
        if (IsEvaluation(deterministic))
            return AtEvaluation(x, rate);
        if (rate <= 0)
            return x;
        bool[] mask = Mask(Key((long)seed), rate, x.Length);
        double fraction = mask.Length == 0 ? 1 : mask.Count(isKept => isKept) / (double)mask.Length;
        float[] y = IsInPlace ? x : new float[x.Length];
        for (int i = 0; i < x.Length; i++)
            y[i] = mask[i] ? Kept(x[i], rate, fraction) : Dropped(x[i]);
        return y;
    }
}
