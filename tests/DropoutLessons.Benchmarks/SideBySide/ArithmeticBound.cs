using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using DropoutLessons.Simd;

namespace DropoutLessons.Benchmarks.SideBySide;

/// <summary>Measures how fast this machine can do the vector operations an element needs, if nothing ever waits.</summary>
/// <remarks>
/// An element's share of a register: 20 rounds of a sum, a turn and an exclusive or; ten sums with the key's words; the next counter, the exclusive or of both
/// words, the comparison, the division. That is 74 operations where turning a word is one instruction, and 114 where it is three.
/// The rate is measured with sixteen registers whose chains do not wait for one another, in the same mix.
/// </remarks>
internal static class ArithmeticBound
{
    public const string Name = "arithmetic bound";
    private const int TurnsOfAnElement = 20;
    private const int OtherOperations = 54;
    private const int TurnsOfAPass = 8;
    private const int OtherOperationsOfAPass = 16;

    private static uint s_result;

    /// <summary>Vector operations for each register of elements.</summary>
    public static int Operations => OtherOperations + (TurnsOfAnElement * OperationsOfATurn);

    private static int OperationsOfATurn => Avx512F.VL.IsSupported ? 1 : 3;

    /// <summary>Makes the contender that runs as many operations as <paramref name="count"/> elements need.</summary>
    public static Contender Of(int count)
    {
        int lanes = Math.Max(Widths.Bits / 32, 1);
        long operations = (long)count * Operations / lanes;
        int passes = (int)Math.Max(1, operations / (OtherOperationsOfAPass + (TurnsOfAPass * OperationsOfATurn)));
        return new(Name, () => Widths.Run(new Task(passes)));
    }

    private readonly struct Task(int passes) : IVectorTask
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        public void Run<TWidth, V>()
            where TWidth : struct, ISimd<V>
            where V : unmanaged
        {
            V a = TWidth.Broadcast(1), b = TWidth.Broadcast(2), c = TWidth.Broadcast(3), d = TWidth.Broadcast(4), e = TWidth.Broadcast(5), f = TWidth.Broadcast(6), g = TWidth.Broadcast(7), h = TWidth.Broadcast(8);
            V i = TWidth.Indices, j = TWidth.Add(i, a), k = TWidth.Add(i, b), l = TWidth.Add(i, c), m = TWidth.Add(i, d), n = TWidth.Add(i, e), o = TWidth.Add(i, f), p = TWidth.Add(i, g);
            for (int pass = 0; pass < passes; pass++)
            {
                (a, b, c, d) = (TWidth.Add(a, i), TWidth.Add(b, j), TWidth.Add(c, k), TWidth.Add(d, l));
                (e, f, g, h) = (TWidth.Add(e, m), TWidth.Add(f, n), TWidth.Add(g, o), TWidth.Add(h, p));
                (i, j, k, l) = (TWidth.RotateLeft(i, 13), TWidth.RotateLeft(j, 13), TWidth.RotateLeft(k, 13), TWidth.RotateLeft(l, 13));
                (m, n, o, p) = (TWidth.RotateLeft(m, 13), TWidth.RotateLeft(n, 13), TWidth.RotateLeft(o, 13), TWidth.RotateLeft(p, 13));
                (i, j, k, l) = (TWidth.Xor(i, a), TWidth.Xor(j, b), TWidth.Xor(k, c), TWidth.Xor(l, d));
                (m, n, o, p) = (TWidth.Xor(m, e), TWidth.Xor(n, f), TWidth.Xor(o, g), TWidth.Xor(p, h));
            }
            V all = TWidth.Xor(TWidth.Xor(TWidth.Xor(a, b), TWidth.Xor(c, d)), TWidth.Xor(TWidth.Xor(e, f), TWidth.Xor(g, h)));
            s_result = (uint)all.GetHashCode();
        }
    }
}
