using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using DropoutLessons.Simd;

namespace DropoutLessons;

/// <summary>Computes the Threefry-2x32 block function with 20 rounds, the generator behind every JAX key and mask.</summary>
/// <remarks>
/// Integer arithmetic modulo 2^32: equal inputs give equal words on every machine, whatever the width of its registers.
/// Source: Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (SC 2011); jax/_src/random/threefry2x32.py @cec06d116.
/// </remarks>
internal static class Threefry2x32
{
    /// <summary>Encrypts the counter (<paramref name="c0"/>, <paramref name="c1"/>) under <paramref name="key"/>.</summary>
    public static (uint X0, uint X1) Hash(PrngKey key, uint c0, uint c1)
    {
        uint x0 = unchecked(c0 + key.Hi), x1 = unchecked(c1 + key.Lo), unused = 0;
        // What is never read is never computed: the compiler drops the three blocks that are not asked for.
        Rounds<Width32, uint>(KeySchedule<uint>.Of<Width32>(key), ref x0, ref x1, ref unused, ref unused, ref unused, ref unused, ref unused, ref unused);
        return (x0, x1);
    }

    /// <summary>Encrypts four registers of counters, to which the key is already added, in place.</summary>
    /// <remarks>
    /// A round waits for the one before it, so the four take turns: a processor that can start two vector operations in a cycle finds work.
    /// Measured on AVX-512: 1.09 ns an element one by one, 0.78 ns in turns of four.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rounds<TWidth, V>(in KeySchedule<V> key, ref V a0, ref V a1, ref V b0, ref V b1, ref V c0, ref V c1, ref V d0, ref V d1)
        where TWidth : struct, ISimd<V>
        where V : unmanaged
    {
        FourRounds<TWidth, V>(ref a0, ref a1, ref b0, ref b1, ref c0, ref c1, ref d0, ref d1, 13, 15, 26, 6, key.K1, key.K2Plus1);
        FourRounds<TWidth, V>(ref a0, ref a1, ref b0, ref b1, ref c0, ref c1, ref d0, ref d1, 17, 29, 16, 24, key.K2, key.K0Plus2);
        FourRounds<TWidth, V>(ref a0, ref a1, ref b0, ref b1, ref c0, ref c1, ref d0, ref d1, 13, 15, 26, 6, key.K0, key.K1Plus3);
        FourRounds<TWidth, V>(ref a0, ref a1, ref b0, ref b1, ref c0, ref c1, ref d0, ref d1, 17, 29, 16, 24, key.K1, key.K2Plus4);
        FourRounds<TWidth, V>(ref a0, ref a1, ref b0, ref b1, ref c0, ref c1, ref d0, ref d1, 13, 15, 26, 6, key.K2, key.K0Plus5);
    }

    /// <summary>Encrypts eight registers, for processors with thirty-two of them: enough for two blocks to fill each other's gaps.</summary>
    /// <remarks>
    /// Measured on AVX-512: 0.71 ns an element instead of 0.78. A loop, because the compiler gives up optimising a method with as many variables as twenty rounds of eight
    /// written out have: 3.4 ns.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rounds<TWidth, V>(
        in KeySchedule<V> key,
        ref V a0, ref V a1, ref V b0, ref V b1, ref V c0, ref V c1, ref V d0, ref V d1,
        ref V e0, ref V e1, ref V f0, ref V f1, ref V g0, ref V g1, ref V h0, ref V h1)
        where TWidth : struct, ISimd<V>
        where V : unmanaged
    {
        V odd0 = key.K1, odd1 = key.K2Plus1, even0 = key.K2, even1 = key.K0Plus2;
        for (int i = 0; i < 2; i++)
        {
            FourRounds<TWidth, V>(ref a0, ref a1, ref b0, ref b1, ref c0, ref c1, ref d0, ref d1, ref e0, ref e1, ref f0, ref f1, ref g0, ref g1, ref h0, ref h1, 13, 15, 26, 6, odd0, odd1);
            FourRounds<TWidth, V>(ref a0, ref a1, ref b0, ref b1, ref c0, ref c1, ref d0, ref d1, ref e0, ref e1, ref f0, ref f1, ref g0, ref g1, ref h0, ref h1, 17, 29, 16, 24, even0, even1);
            (odd0, odd1, even0, even1) = (key.K0, key.K1Plus3, key.K1, key.K2Plus4);
        }
        FourRounds<TWidth, V>(ref a0, ref a1, ref b0, ref b1, ref c0, ref c1, ref d0, ref d1, ref e0, ref e1, ref f0, ref f1, ref g0, ref g1, ref h0, ref h1, 13, 15, 26, 6, key.K2, key.K0Plus5);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourRounds<TWidth, V>(
        ref V a0, ref V a1, ref V b0, ref V b1, ref V c0, ref V c1, ref V d0, ref V d1,
        [ConstantExpected] byte r0, [ConstantExpected] byte r1, [ConstantExpected] byte r2, [ConstantExpected] byte r3,
        V inject0, V inject1)
        where TWidth : struct, ISimd<V>
        where V : unmanaged
    {
        Round<TWidth, V>(ref a0, ref a1, ref b0, ref b1, ref c0, ref c1, ref d0, ref d1, r0);
        Round<TWidth, V>(ref a0, ref a1, ref b0, ref b1, ref c0, ref c1, ref d0, ref d1, r1);
        Round<TWidth, V>(ref a0, ref a1, ref b0, ref b1, ref c0, ref c1, ref d0, ref d1, r2);
        Round<TWidth, V>(ref a0, ref a1, ref b0, ref b1, ref c0, ref c1, ref d0, ref d1, r3);
        Inject<TWidth, V>(ref a0, ref a1, ref b0, ref b1, ref c0, ref c1, ref d0, ref d1, inject0, inject1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourRounds<TWidth, V>(
        ref V a0, ref V a1, ref V b0, ref V b1, ref V c0, ref V c1, ref V d0, ref V d1,
        ref V e0, ref V e1, ref V f0, ref V f1, ref V g0, ref V g1, ref V h0, ref V h1,
        [ConstantExpected] byte r0, [ConstantExpected] byte r1, [ConstantExpected] byte r2, [ConstantExpected] byte r3,
        V inject0, V inject1)
        where TWidth : struct, ISimd<V>
        where V : unmanaged
    {
        Round<TWidth, V>(ref a0, ref a1, ref b0, ref b1, ref c0, ref c1, ref d0, ref d1, r0);
        Round<TWidth, V>(ref e0, ref e1, ref f0, ref f1, ref g0, ref g1, ref h0, ref h1, r0);
        Round<TWidth, V>(ref a0, ref a1, ref b0, ref b1, ref c0, ref c1, ref d0, ref d1, r1);
        Round<TWidth, V>(ref e0, ref e1, ref f0, ref f1, ref g0, ref g1, ref h0, ref h1, r1);
        Round<TWidth, V>(ref a0, ref a1, ref b0, ref b1, ref c0, ref c1, ref d0, ref d1, r2);
        Round<TWidth, V>(ref e0, ref e1, ref f0, ref f1, ref g0, ref g1, ref h0, ref h1, r2);
        Round<TWidth, V>(ref a0, ref a1, ref b0, ref b1, ref c0, ref c1, ref d0, ref d1, r3);
        Round<TWidth, V>(ref e0, ref e1, ref f0, ref f1, ref g0, ref g1, ref h0, ref h1, r3);
        Inject<TWidth, V>(ref a0, ref a1, ref b0, ref b1, ref c0, ref c1, ref d0, ref d1, inject0, inject1);
        Inject<TWidth, V>(ref e0, ref e1, ref f0, ref f1, ref g0, ref g1, ref h0, ref h1, inject0, inject1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Inject<TWidth, V>(ref V a0, ref V a1, ref V b0, ref V b1, ref V c0, ref V c1, ref V d0, ref V d1, V inject0, V inject1)
        where TWidth : struct, ISimd<V>
        where V : unmanaged
    {
        (a0, a1) = (TWidth.Add(a0, inject0), TWidth.Add(a1, inject1));
        (b0, b1) = (TWidth.Add(b0, inject0), TWidth.Add(b1, inject1));
        (c0, c1) = (TWidth.Add(c0, inject0), TWidth.Add(c1, inject1));
        (d0, d1) = (TWidth.Add(d0, inject0), TWidth.Add(d1, inject1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round<TWidth, V>(ref V a0, ref V a1, ref V b0, ref V b1, ref V c0, ref V c1, ref V d0, ref V d1, [ConstantExpected] byte rotation)
        where TWidth : struct, ISimd<V>
        where V : unmanaged
    {
        Round<TWidth, V>(ref a0, ref a1, rotation);
        Round<TWidth, V>(ref b0, ref b1, rotation);
        Round<TWidth, V>(ref c0, ref c1, rotation);
        Round<TWidth, V>(ref d0, ref d1, rotation);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round<TWidth, V>(ref V x0, ref V x1, [ConstantExpected] byte rotation)
        where TWidth : struct, ISimd<V>
        where V : unmanaged
    {
        x0 = TWidth.Add(x0, x1);
        x1 = TWidth.Xor(TWidth.RotateLeft(x1, rotation), x0);
    }
}
