using System.Runtime.Intrinsics;
using DropoutLessons.Simd;

namespace DropoutLessons.Core.Tests.Simd;

/// <summary>Runs vector tasks in registers of a chosen width, whatever the product itself would choose here.</summary>
internal static class EveryWidth
{
    private static readonly int[] s_all = [512, 256, 128, 32];

    /// <summary>The widths this machine has; that of one word is always among them.</summary>
    public static int[] Here => [.. s_all.Where(bits => bits <= Widths.Bits)];

    public static void Run<TTask>(int bits, TTask task)
        where TTask : struct, IVectorTask
    {
        switch (bits)
        {
            case 512:
                task.Run<Width512, Vector512<uint>>();
                break;
            case 256:
                task.Run<Width256, Vector256<uint>>();
                break;
            case 128:
                task.Run<Width128, Vector128<uint>>();
                break;
            default:
                task.Run<Width32, uint>();
                break;
        }
    }
}
