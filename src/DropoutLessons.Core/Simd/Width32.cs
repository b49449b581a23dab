using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using V = uint;

namespace DropoutLessons.Simd;

/// <summary>Is one word: for machines without vectors, for the last few elements of an array, and for single keys.</summary>
internal unsafe struct Width32 : ISimd<V>
{
    public static int Count => 1;

    public static V Indices => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Broadcast(uint value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Add(V a, V b) => unchecked(a + b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Xor(V a, V b) => a ^ b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V RotateLeft(V a, [ConstantExpected] byte bits) => BitOperations.RotateLeft(a, bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ShiftRight(V a, [ConstantExpected] byte bits) => a >> bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V AtMost(V a, V limit) => a <= limit ? uint.MaxValue : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V KeepWhere(V mask, V a) => mask & a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBits(V mask, byte* bits, int index)
    {
        byte* at = bits + ((uint)index / 8);
        uint bit = (mask & 1) << (index & 7);
        *at = (byte)((index & 7) == 0 ? bit : *at | bit);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V LoadBits(byte* bits, int index) => 0 - (((uint)bits[(uint)index / 8] >> (index & 7)) & 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes(V a, byte* destination) => *destination = (byte)a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V FlushSubnormals(V a) => (a & 0x7F800000) == 0 ? a & 0x80000000 : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Divide(V a, V b) => BitConverter.SingleToUInt32Bits(BitConverter.UInt32BitsToSingle(a) / BitConverter.UInt32BitsToSingle(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Multiply(V a, V b) => BitConverter.SingleToUInt32Bits(BitConverter.UInt32BitsToSingle(a) * BitConverter.UInt32BitsToSingle(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ToFloat(V a) => BitConverter.SingleToUInt32Bits(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Load(void* source) => *(uint*)source;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(V a, void* destination) => *(uint*)destination = a;
}
