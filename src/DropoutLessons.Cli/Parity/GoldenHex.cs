using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DropoutLessons.Cli.Parity;

/// <summary>Reads and writes arrays as golden files hold them: big-endian hex per element, or a hash of the little-endian bytes.</summary>
internal static class GoldenHex
{
    /// <summary>Reads float32 values from eight digits each.</summary>
    public static float[] Floats(string hex) => [.. Enumerable.Range(0, hex.Length / 8)
        .Select(i => BinaryPrimitives.ReadSingleBigEndian(Convert.FromHexString(hex.AsSpan(i * 8, 8))))];

    /// <summary>Bit pattern of a float32; every NaN counts as the one NumPy makes.</summary>
    public static uint Pattern(float value) => float.IsNaN(value) ? 0x7fc00000 : BitConverter.SingleToUInt32Bits(value);

    /// <summary>Writes patterns of <paramref name="width"/> bits as hex.</summary>
    public static string Hex(IEnumerable<uint> patterns, int width) =>
        string.Concat(patterns.Select(pattern => pattern.ToString($"x{width / 4}", System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Hashes patterns of <paramref name="width"/> bits, little-endian.</summary>
    public static string Sha256(IReadOnlyList<uint> patterns, int width)
    {
        var bytes = new byte[patterns.Count * width / 8];
        for (int i = 0, at = 0; i < patterns.Count; i++)
            for (int shift = 0; shift < width; shift += 8)
                bytes[at++] = (byte)(patterns[i] >> shift);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
