using System.Runtime.CompilerServices;
using DropoutLessons.Simd;

namespace DropoutLessons;

/// <summary>Is the scale step <c>x / keep_prob</c> as one era computes it: a division, or a product with the rounded reciprocal.</summary>
/// <remarks>
/// A true division, because multiplying by the reciprocal changes the last bit of about a quarter of the numbers. It costs 2 % of the forward pass.
/// </remarks>
internal readonly struct ScaleStep
{
    private ScaleStep(float factor, bool isMultiplied, bool makesSubnormals) =>
        (FactorBits, IsMultiplied, MakesSubnormals) = (BitConverter.SingleToUInt32Bits(factor), isMultiplied, makesSubnormals);

    /// <summary>Bit pattern of the divisor or, where <see cref="IsMultiplied"/>, of its reciprocal.</summary>
    public uint FactorBits { get; }

    /// <summary>Whether the step multiplies.</summary>
    public bool IsMultiplied { get; }

    /// <summary>Whether a normal number can become a subnormal one: at a negative rate, which the library's layer accepts and which divides by more than 1.</summary>
    public bool MakesSubnormals { get; }

    /// <summary>Makes the step for one array.</summary>
    /// <param name="rate">fraction dropped on average; subtracted from 1 in double and rounded once, as Python does before JAX sees the number</param>
    /// <param name="version">era whose bits are computed</param>
    /// <param name="size">number of elements of the array</param>
    public static ScaleStep Of(double rate, JaxVersion version, int size)
    {
        float keepProb = (float)(1.0 - rate);
        bool isMultiplied = version.MultipliesByReciprocal(size);
        return new(isMultiplied ? 1f / keepProb : keepProb, isMultiplied, makesSubnormals: Math.Abs(keepProb) > 1);
    }

    /// <summary>Scales the floats of a register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<TWidth, V>(V x)
        where TWidth : struct, ISimd<V>
        where V : unmanaged
    {
        V factor = TWidth.Broadcast(FactorBits);
        return IsMultiplied ? TWidth.Multiply(x, factor) : TWidth.Divide(x, factor);
    }
}
