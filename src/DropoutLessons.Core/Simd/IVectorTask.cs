using System.Runtime.Intrinsics;

namespace DropoutLessons.Simd;

/// <summary>Is work that can be done in registers of any width, with equal results.</summary>
internal interface IVectorTask
{
    /// <summary>Does it in registers of the width <typeparamref name="TWidth"/>.</summary>
    void Run<TWidth, V>()
        where TWidth : struct, ISimd<V>
        where V : unmanaged;
}

/// <summary>Chooses the widest registers this machine is fast with.</summary>
internal static class Widths
{
    /// <summary>Bits of a register: 512, 256, 128, or 32 where there are no vectors.</summary>
    /// <remarks>Decided at run time and once. The settings DOTNET_EnableAVX512=0, DOTNET_EnableAVX2=0 and DOTNET_EnableHWIntrinsic=0 lower it.</remarks>
    public static int Bits =>
        !BitConverter.IsLittleEndian ? 32 : Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 32;

    /// <summary>Does <paramref name="task"/> in registers of <see cref="Bits"/> bits.</summary>
    public static void Run<TTask>(in TTask task)
        where TTask : struct, IVectorTask
    {
        switch (Bits)
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
