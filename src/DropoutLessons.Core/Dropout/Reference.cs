namespace DropoutLessons;

/// <summary>Holds the reference answer of the exercise.</summary>
public static class Reference
{
    /// <summary>Computes inverted dropout with the first dropout key of a new <c>Rngs(int(seed))</c>.</summary>
    /// <param name="seed">seed as a number; truncated toward zero, then taken modulo 2^32</param>
    /// <param name="x">activations, row-major</param>
    /// <param name="rate">fraction dropped on average</param>
    /// <param name="deterministic">evaluation from 0.5 on; NaN counts as training</param>
    /// <param name="version">era whose bits are computed; <see cref="JaxVersion.Formula"/> when null</param>
    /// <returns><paramref name="x"/> itself at evaluation or at a rate of 0 and below; else a new array</returns>
    /// <exception cref="ArgumentException"><paramref name="seed"/> is NaN.</exception>
    /// <exception cref="OverflowException"><paramref name="seed"/> is infinite or outside [-2^63, 2^63).</exception>
    /// <remarks>Pure: equal arguments give equal results, because every call makes an Rngs of its own.</remarks>
    public static float[] DropoutForward(double seed, float[] x, double rate, double deterministic, JaxVersion? version = null) =>
        new MyDropout(rate, new Rngs(WholeSeed(seed)), version).Forward(x, deterministic >= 0.5);

    private static long WholeSeed(double seed)
    {
        if (double.IsNaN(seed))
            throw new ArgumentException("The seed is NaN: cannot convert it to a whole number. Pass a finite number.", nameof(seed));
        double whole = Math.Truncate(seed);
        if (whole is < long.MinValue or >= 9223372036854775808.0)
            throw new OverflowException($"The seed {seed} does not fit 64 bits: pass a number in [-2^63, 2^63).");
        return (long)whole;
    }
}
