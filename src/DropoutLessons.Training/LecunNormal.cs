using MathNet.Numerics;

namespace DropoutLessons;

/// <summary>Draws initial weights as <c>jax.nn.initializers.lecun_normal</c> does: normal, cut at two standard deviations, variance 1 / fan_in.</summary>
/// <remarks>Equal to JAX's within four units in the last place. Source: jax/_src/nn/initializers.py and jax/_src/random, truncated_normal @cec06d116.</remarks>
internal static class LecunNormal
{
    // Standard deviation of a standard normal cut at -2 and 2.
    private const float CutDeviation = 0.87962566103423978f;

    /// <summary>Draws a kernel of shape (<paramref name="fanIn"/>, <paramref name="fanOut"/>), row-major.</summary>
    public static float[] Draw(PrngKey key, int fanIn, int fanOut, JaxVersion version)
    {
        float low = (float)SpecialFunctions.Erf(-2 / Math.Sqrt(2)), high = (float)SpecialFunctions.Erf(2 / Math.Sqrt(2));
        float deviation = MathF.Sqrt(1f / fanIn) / CutDeviation;
        return Array.ConvertAll(key.Uniform(fanIn * fanOut, version), u =>
        {
            // XLA fuses the product with the sum; near the middle, rounding twice would be off by up to 19 units in the last place.
            float cut = MathF.Sqrt(2f) * ErfInv.Of(MathF.Max(low, MathF.FusedMultiplyAdd(u, high - low, low)));
            return Math.Clamp(cut, MathF.BitIncrement(-2f), MathF.BitDecrement(2f)) * deviation;
        });
    }
}
