using System.Diagnostics.CodeAnalysis;

namespace DropoutLessons.Simd;

/// <summary>Is one width of vector registers, as far as dropout needs it: lanes of 32 bits, each a random word or the pattern of a float32.</summary>
/// <remarks>
/// The algorithms are written once against this interface. The compiler makes a copy for every width, in which every call below is one instruction or a few.
/// Sums are modulo 2^32, floats IEEE. Element i of an array is lane i modulo <see cref="Count"/>; indices are multiples of <see cref="Count"/>.
/// </remarks>
/// <typeparam name="V">one register</typeparam>
internal unsafe interface ISimd<V>
    where V : unmanaged
{
    /// <summary>Number of lanes: a power of two, at most 16.</summary>
    static abstract int Count { get; }

    /// <summary>The numbers of the lanes: 0, 1, 2, ….</summary>
    static abstract V Indices { get; }

    /// <summary>The same word in every lane.</summary>
    static abstract V Broadcast(uint value);

    /// <summary>Sums.</summary>
    static abstract V Add(V a, V b);

    /// <summary>Exclusive ors.</summary>
    static abstract V Xor(V a, V b);

    /// <summary>Words turned left by <paramref name="bits"/>, in [1, 31].</summary>
    static abstract V RotateLeft(V a, [ConstantExpected] byte bits);

    /// <summary>Words moved right by <paramref name="bits"/>, in [1, 31], zeros moving in.</summary>
    static abstract V ShiftRight(V a, [ConstantExpected] byte bits);

    /// <summary>A mask: all bits set where <paramref name="a"/> is at most <paramref name="limit"/>, both unsigned, and none elsewhere.</summary>
    static abstract V AtMost(V a, V limit);

    /// <summary>The lanes of <paramref name="a"/> where <paramref name="mask"/> is set, +0 elsewhere.</summary>
    static abstract V KeepWhere(V mask, V a);

    /// <summary>Writes one bit per lane of <paramref name="mask"/>: bit i modulo 8 of byte i / 8 for element i.</summary>
    /// <remarks>Bits of one byte are written in rising order; the first write to a byte clears the rest of it.</remarks>
    static abstract void StoreBits(V mask, byte* bits, int index);

    /// <summary>Reads what <see cref="StoreBits"/> wrote.</summary>
    static abstract V LoadBits(byte* bits, int index);

    /// <summary>Writes the low byte of every lane.</summary>
    static abstract void StoreBytes(V a, byte* destination);

    /// <summary>Zeros of their sign in place of subnormal floats; the others as they are.</summary>
    static abstract V FlushSubnormals(V a);

    /// <summary>Quotients of floats, rounded once.</summary>
    static abstract V Divide(V a, V b);

    /// <summary>Products of floats, rounded once.</summary>
    static abstract V Multiply(V a, V b);

    /// <summary>Floats equal to whole numbers below 2^24.</summary>
    static abstract V ToFloat(V a);

    /// <summary>Reads a register from memory of any alignment.</summary>
    static abstract V Load(void* source);

    /// <summary>Writes a register to memory of any alignment.</summary>
    static abstract void Store(V a, void* destination);
}
