using System.Numerics;
using System.Runtime.CompilerServices;

namespace DropoutLessons;

/// <summary>Computes the Threefry-2x32 block function with 20 rounds, the generator behind every JAX key and mask.</summary>
/// <remarks>
/// Integer arithmetic modulo 2^32: equal inputs give equal words on every machine.
/// Source: Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (SC 2011); jax/_src/random/threefry2x32.py @cec06d116.
/// </remarks>
internal static class Threefry2x32
{
    private const uint KeyParity = 0x1BD11BDA;

    /// <summary>Encrypts the counter (<paramref name="c0"/>, <paramref name="c1"/>) under <paramref name="key"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (uint X0, uint X1) Hash(PrngKey key, uint c0, uint c1)
    {
        uint k0 = key.Hi, k1 = key.Lo, k2 = k0 ^ k1 ^ KeyParity;
        uint x0 = unchecked(c0 + k0), x1 = unchecked(c1 + k1);

        FourRounds(ref x0, ref x1, 13, 15, 26, 6);
        Inject(ref x0, ref x1, k1, k2, 1);
        FourRounds(ref x0, ref x1, 17, 29, 16, 24);
        Inject(ref x0, ref x1, k2, k0, 2);
        FourRounds(ref x0, ref x1, 13, 15, 26, 6);
        Inject(ref x0, ref x1, k0, k1, 3);
        FourRounds(ref x0, ref x1, 17, 29, 16, 24);
        Inject(ref x0, ref x1, k1, k2, 4);
        FourRounds(ref x0, ref x1, 13, 15, 26, 6);
        Inject(ref x0, ref x1, k2, k0, 5);
        return (x0, x1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourRounds(ref uint x0, ref uint x1, int r0, int r1, int r2, int r3)
    {
        Round(ref x0, ref x1, r0);
        Round(ref x0, ref x1, r1);
        Round(ref x0, ref x1, r2);
        Round(ref x0, ref x1, r3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(ref uint x0, ref uint x1, int rotation)
    {
        x0 = unchecked(x0 + x1);
        x1 = BitOperations.RotateLeft(x1, rotation) ^ x0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Inject(ref uint x0, ref uint x1, uint a, uint b, uint group)
    {
        x0 = unchecked(x0 + a);
        x1 = unchecked(x1 + b + group);
    }
}
