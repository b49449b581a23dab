namespace DropoutLessons;

/// <summary>Computes the inverse of the error function in float32, as XLA does.</summary>
/// <remarks>Source: Giles, "Approximating the erfinv function" (GPU Computing Gems, 2011), the single-precision polynomials; XLA's ErfInv for float32.</remarks>
internal static class ErfInv
{
    private static readonly float[] s_centre =
        [2.81022636e-08f, 3.43273939e-07f, -3.5233877e-06f, -4.39150654e-06f, 0.00021858087f, -0.00125372503f, -0.00417768164f, 0.246640727f, 1.50140941f];

    private static readonly float[] s_tail =
        [-0.000200214257f, 0.000100950558f, 0.00134934322f, -0.00367342844f, 0.00573950773f, -0.0076224613f, 0.00943887047f, 1.00167406f, 2.83297682f];

    /// <summary>Computes erf⁻¹(<paramref name="x"/>).</summary>
    /// <param name="x">argument in (-1, 1)</param>
    public static float Of(float x)
    {
        // The square is rounded to float32 before the logarithm, as XLA does; in the tails that is worth several units in the last place.
        float w = (float)-LogOnePlus(-(x * x));
        return x * (w < 5f ? Polynomial(s_centre, w - 2.5f) : Polynomial(s_tail, MathF.Sqrt(w) - 3f));
    }

    private static float Polynomial(float[] coefficients, float w)
    {
        float p = coefficients[0];
        foreach (float c in coefficients.AsSpan(1))
            p = MathF.FusedMultiplyAdd(p, w, c);
        return p;
    }

    // log(1 + y) without the loss of digits near 0; .NET has no log1p.
    private static double LogOnePlus(double y)
    {
        double u = 1 + y;
        return u == 1 ? y : Math.Log(u) * y / (u - 1);
    }
}
