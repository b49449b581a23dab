using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using V = System.Runtime.Intrinsics.Vector512<uint>;

namespace DropoutLessons.Simd;

/// <summary>Is a register of 512 bits: AVX-512, every part of it that .NET asks for before it calls it accelerated.</summary>
internal unsafe struct Width512 : ISimd<V>
{
    // VFPCLASSPS knows the class; finding it with portable comparisons makes the whole forward pass 3 % slower.
    private const byte Subnormal = 0x20;

    public static int Count => V.Count;

    public static V Indices => V.Indices;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Broadcast(uint value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Add(V a, V b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Xor(V a, V b) => a ^ b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V RotateLeft(V a, [ConstantExpected] byte bits) => Avx512F.RotateLeft(a, bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ShiftRight(V a, [ConstantExpected] byte bits) => a >>> bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V AtMost(V a, V limit) => Vector512.LessThanOrEqual(a, limit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V KeepWhere(V mask, V a) =>
        // As floats, because only a selection of the type of the operation before it becomes part of that operation.
        Vector512.ConditionalSelect(mask.AsSingle(), a.AsSingle(), Vector512<float>.Zero).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBits(V mask, byte* bits, int index) => *(ushort*)(bits + ((uint)index / 8)) = (ushort)mask.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V LoadBits(byte* bits, int index) =>
        ~Vector512.Equals(Vector512.Create((uint)*(ushort*)(bits + ((uint)index / 8))) & Vector512.Create(1u, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768), V.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes(V a, byte* destination) => Avx512F.ConvertToVector128Byte(a).Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V FlushSubnormals(V a) =>
        Vector512.ConditionalSelect(Avx512DQ.Classify(a.AsSingle(), Subnormal).AsUInt32(), a & Vector512.Create(0x80000000), a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Divide(V a, V b) => (a.AsSingle() / b.AsSingle()).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Multiply(V a, V b) => (a.AsSingle() * b.AsSingle()).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ToFloat(V a) => Vector512.ConvertToSingle(a.AsInt32()).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Load(void* source) => Vector512.Load((uint*)source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(V a, void* destination) => a.Store((uint*)destination);
}
