using DropoutLessons.Simd;

namespace DropoutLessons;

/// <summary>Holds what Threefry adds before its rounds and after each four of them, in every lane of a register.</summary>
/// <remarks>Made once per call: the sums of key words and group numbers do not depend on the counter.</remarks>
/// <typeparam name="V">one register</typeparam>
internal readonly struct KeySchedule<V>
    where V : unmanaged
{
    private const uint KeyParity = 0x1BD11BDA;

    public readonly V K0, K1, K2, K2Plus1, K0Plus2, K1Plus3, K2Plus4, K0Plus5;

    private KeySchedule(V k0, V k1, V k2, V k2Plus1, V k0Plus2, V k1Plus3, V k2Plus4, V k0Plus5) =>
        (K0, K1, K2, K2Plus1, K0Plus2, K1Plus3, K2Plus4, K0Plus5) = (k0, k1, k2, k2Plus1, k0Plus2, k1Plus3, k2Plus4, k0Plus5);

    public static KeySchedule<V> Of<TWidth>(PrngKey key)
        where TWidth : struct, ISimd<V>
    {
        uint k0 = key.Hi, k1 = key.Lo, k2 = k0 ^ k1 ^ KeyParity;
        return unchecked(new(
            TWidth.Broadcast(k0), TWidth.Broadcast(k1), TWidth.Broadcast(k2), TWidth.Broadcast(k2 + 1),
            TWidth.Broadcast(k0 + 2), TWidth.Broadcast(k1 + 3), TWidth.Broadcast(k2 + 4), TWidth.Broadcast(k0 + 5)));
    }
}
