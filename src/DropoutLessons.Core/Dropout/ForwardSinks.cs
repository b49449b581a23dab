using System.Runtime.CompilerServices;
using DropoutLessons.Simd;

namespace DropoutLessons;

/// <summary>Scales the elements whose word is at most <paramref name="limit"/> and drops the others: inverted dropout.</summary>
/// <remarks>A factor that is at most 1 where it divides never makes a subnormal, so only the input is flushed.</remarks>
internal unsafe readonly struct ForwardSink(float* x, uint limit, ScaleStep scale, float* destination) : IWordSink
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take<TWidth, V>(V words, int index)
        where TWidth : struct, ISimd<V>
        where V : unmanaged
    {
        // What stays the same from call to call stands outside the branches: only from there does the compiler move it out of the loop.
        V value = TWidth.FlushSubnormals(TWidth.Load(x + index)), most = TWidth.Broadcast(limit), factor = TWidth.Broadcast(scale.FactorBits);
        // The selection follows the division in one expression, so that AVX-512 makes one masked instruction of both: 3 % of the whole.
        if (scale.IsMultiplied)
            TWidth.Store(TWidth.KeepWhere(TWidth.AtMost(words, most), TWidth.Multiply(value, factor)), destination + index);
        else
            TWidth.Store(TWidth.KeepWhere(TWidth.AtMost(words, most), TWidth.Divide(value, factor)), destination + index);
    }
}

/// <summary>Does what <see cref="ForwardSink"/> does and stores the packed mask, for the backward pass.</summary>
internal unsafe readonly struct MaskedForwardSink(float* x, uint limit, ScaleStep scale, float* destination, byte* mask) : IWordSink
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take<TWidth, V>(V words, int index)
        where TWidth : struct, ISimd<V>
        where V : unmanaged
    {
        var isKept = TWidth.AtMost(words, TWidth.Broadcast(limit));
        TWidth.StoreBits(isKept, mask, index);
        TWidth.Store(TWidth.KeepWhere(isKept, scale.Of<TWidth, V>(TWidth.FlushSubnormals(TWidth.Load(x + index)))), destination + index);
    }
}
