using System.Runtime.CompilerServices;
using DropoutLessons.Simd;

namespace DropoutLessons;

/// <summary>Is one of the two ways to scale, known when the loop over an array is compiled: a branch for each register would cost 1 % of the forward pass.</summary>
internal interface IScale
{
    /// <summary>Scales the floats of a register.</summary>
    static abstract V Of<TWidth, V>(V x, V factor)
        where TWidth : struct, ISimd<V>
        where V : unmanaged;
}

/// <summary>Divides by the factor.</summary>
internal readonly struct Division : IScale
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<TWidth, V>(V x, V factor)
        where TWidth : struct, ISimd<V>
        where V : unmanaged => TWidth.Divide(x, factor);
}

/// <summary>Multiplies by the factor.</summary>
internal readonly struct Multiplication : IScale
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<TWidth, V>(V x, V factor)
        where TWidth : struct, ISimd<V>
        where V : unmanaged => TWidth.Multiply(x, factor);
}
