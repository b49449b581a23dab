using System.Runtime.CompilerServices;
using DropoutLessons.Simd;

namespace DropoutLessons;

/// <summary>Scales the elements whose word is at most <paramref name="limit"/> and drops the others: inverted dropout.</summary>
/// <remarks>A factor that is at most 1 where it divides never makes a subnormal, so only the input is flushed.</remarks>
internal unsafe readonly struct ForwardSink<TScale>(float* x, uint limit, ScaleStep scale, float* destination) : IWordSink
    where TScale : struct, IScale
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take<TWidth, V>(V words, int index)
        where TWidth : struct, ISimd<V>
        where V : unmanaged
    {
        V value = TWidth.FlushSubnormals(TWidth.Load(x + index)), most = TWidth.Broadcast(limit), factor = TWidth.Broadcast(scale.FactorBits);
        // The selection follows the division in one expression, so that AVX-512 makes one masked instruction of both: 3 % of the whole.
        TWidth.Store(TWidth.KeepWhere(TWidth.AtMost(words, most), TScale.Of<TWidth, V>(value, factor)), destination + index);
    }
}

/// <summary>Does what <see cref="ForwardSink{TScale}"/> does and stores the packed mask, for the backward pass.</summary>
internal unsafe readonly struct MaskedForwardSink<TScale>(float* x, uint limit, ScaleStep scale, float* destination, byte* mask) : IWordSink
    where TScale : struct, IScale
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take<TWidth, V>(V words, int index)
        where TWidth : struct, ISimd<V>
        where V : unmanaged
    {
        V value = TWidth.FlushSubnormals(TWidth.Load(x + index)), most = TWidth.Broadcast(limit), factor = TWidth.Broadcast(scale.FactorBits);
        // Compared twice on purpose: a result kept for both uses costs 4 %, being carried from one kind of register to another.
        TWidth.StoreBits(TWidth.AtMost(words, most), mask, index);
        TWidth.Store(TWidth.KeepWhere(TWidth.AtMost(words, most), TScale.Of<TWidth, V>(value, factor)), destination + index);
    }
}
