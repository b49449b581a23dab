using System.Runtime.CompilerServices;

namespace DropoutLessons.Simd;

/// <summary>Stores the words themselves: <c>jax.random.bits</c>.</summary>
internal unsafe readonly struct WordsSink(uint* destination) : IWordSink
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take<TWidth, V>(V words, int index)
        where TWidth : struct, ISimd<V>
        where V : unmanaged => TWidth.Store(words, destination + index);
}

/// <summary>Stores the upper 23 bits as a number in [0, 1): <c>jax.random.uniform</c>.</summary>
internal unsafe readonly struct UniformSink(float* destination) : IWordSink
{
    private const uint TwoToMinus23 = 0x34000000;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take<TWidth, V>(V words, int index)
        where TWidth : struct, ISimd<V>
        where V : unmanaged => TWidth.Store(TWidth.Multiply(TWidth.ToFloat(TWidth.ShiftRight(words, 9)), TWidth.Broadcast(TwoToMinus23)), destination + index);
}

/// <summary>Stores a bool for each word, true where it is at most <paramref name="limit"/>: <c>jax.random.bernoulli</c>.</summary>
internal unsafe readonly struct CoinsSink(uint limit, bool* destination) : IWordSink
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take<TWidth, V>(V words, int index)
        where TWidth : struct, ISimd<V>
        where V : unmanaged => TWidth.StoreBytes(TWidth.ShiftRight(TWidth.AtMost(words, TWidth.Broadcast(limit)), 31), (byte*)destination + index);
}

/// <summary>Stores a bit for each word, set where it is at most <paramref name="limit"/>: a packed mask.</summary>
internal unsafe readonly struct MaskSink(uint limit, byte* mask) : IWordSink
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take<TWidth, V>(V words, int index)
        where TWidth : struct, ISimd<V>
        where V : unmanaged => TWidth.StoreBits(TWidth.AtMost(words, TWidth.Broadcast(limit)), mask, index);
}
