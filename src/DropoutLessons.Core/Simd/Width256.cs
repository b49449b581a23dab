using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using V = System.Runtime.Intrinsics.Vector256<uint>;

namespace DropoutLessons.Simd;

/// <summary>Is a register of 256 bits: AVX2.</summary>
internal unsafe struct Width256 : ISimd<V>
{
    public static int Count => V.Count;

    public static V Indices => V.Indices;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Broadcast(uint value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Add(V a, V b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Xor(V a, V b) => a ^ b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V RotateLeft(V a, [ConstantExpected] byte bits) => Avx512F.VL.IsSupported ? Avx512F.VL.RotateLeft(a, bits) : (a << bits) | (a >>> (32 - bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ShiftRight(V a, [ConstantExpected] byte bits) => a >>> bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V AtMost(V a, V limit) => Vector256.LessThanOrEqual(a, limit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V KeepWhere(V mask, V a) => mask & a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBits(V mask, byte* bits, int index) => *(bits + ((uint)index / 8)) = (byte)mask.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V LoadBits(byte* bits, int index) =>
        ~Vector256.Equals(Vector256.Create((uint)bits[(uint)index / 8]) & Vector256.Create(1u, 2, 4, 8, 16, 32, 64, 128), V.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes(V a, byte* destination) => *(ulong*)destination = Vector256.Narrow(Vector256.Narrow(a, a), Vector256<ushort>.Zero).AsUInt64().ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V FlushSubnormals(V a)
    {
        // Of a float whose exponent is 0 only the sign stays; a zero is its own sign.
        var hasNoExponent = Vector256.Equals(a & Vector256.Create(0x7F800000u), V.Zero);
        return Vector256.AndNot(a, hasNoExponent >>> 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Divide(V a, V b) => (a.AsSingle() / b.AsSingle()).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Multiply(V a, V b) => (a.AsSingle() * b.AsSingle()).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ToFloat(V a) => Vector256.ConvertToSingle(a.AsInt32()).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Load(void* source) => Vector256.Load((uint*)source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(V a, void* destination) => a.Store((uint*)destination);
}
