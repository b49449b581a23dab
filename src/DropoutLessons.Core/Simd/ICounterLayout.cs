using System.Runtime.CompilerServices;

namespace DropoutLessons.Simd;

/// <summary>Says how the two words of a block become the word of an element.</summary>
internal interface ICounterLayout
{
    /// <summary>Whether both words of a counter grow with the index.</summary>
    static abstract bool IsPaired { get; }

    /// <summary>The word of an element.</summary>
    static abstract V Word<TWidth, V>(V x0, V x1)
        where TWidth : struct, ISimd<V>
        where V : unmanaged;
}

/// <summary>Element i has the counter (0, i) for itself, and takes both words: JAX from 0.5.0 on.</summary>
internal readonly struct OwnCounters : ICounterLayout
{
    public static bool IsPaired => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Word<TWidth, V>(V x0, V x1)
        where TWidth : struct, ISimd<V>
        where V : unmanaged => TWidth.Xor(x0, x1);
}

/// <summary>Element i of the first half takes the first word of the counter (i, half + i): JAX before 0.5.0.</summary>
internal readonly struct FirstOfPair : ICounterLayout
{
    public static bool IsPaired => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Word<TWidth, V>(V x0, V x1)
        where TWidth : struct, ISimd<V>
        where V : unmanaged => x0;
}

/// <summary>Element half + i takes the second word of the counter (i, half + i): JAX before 0.5.0.</summary>
internal readonly struct SecondOfPair : ICounterLayout
{
    public static bool IsPaired => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Word<TWidth, V>(V x0, V x1)
        where TWidth : struct, ISimd<V>
        where V : unmanaged => x1;
}
