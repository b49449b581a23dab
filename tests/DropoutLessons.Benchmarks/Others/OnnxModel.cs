using System.Text;

namespace DropoutLessons.Benchmarks.Others;

/// <summary>Writes an ONNX model of one node, Dropout in training mode, without an ONNX library.</summary>
/// <remarks>Protocol buffers, written by hand. Source: onnx/onnx.proto3, IR version 8, operator set 13.</remarks>
internal static class OnnxModel
{
    private const int Float = 1;
    private const int Bool = 9;

    /// <summary>Makes the model's bytes.</summary>
    /// <param name="rate">fraction dropped</param>
    /// <param name="count">number of elements of "x" and "y"</param>
    /// <param name="seed">seed of its generator</param>
    public static byte[] Dropout(float rate, int count, long seed) => Message(
        Number(1, 8),
        Part(7, Message(
            Part(1, Message(
                Text(1, "x"), Text(1, "rate"), Text(1, "training"), Text(2, "y"), Text(4, "Dropout"),
                Part(5, Message(Text(1, "seed"), Number(3, seed), Number(20, 2))))),
            Text(2, "dropout"),
            Part(5, Message(Number(2, Float), Text(8, "rate"), Part(9, BitConverter.GetBytes(rate)))),
            Part(5, Message(Number(2, Bool), Text(8, "training"), Part(9, [1]))),
            Part(11, Value("x", count)),
            Part(12, Value("y", count)))),
        Part(8, Message(Number(2, 13))));

    private static byte[] Value(string name, int count) => Message(
        Text(1, name),
        Part(2, Message(Part(1, Message(Number(1, Float), Part(2, Message(Part(1, Message(Number(1, count))))))))));

    private static byte[] Message(params byte[][] fields) => [.. fields.SelectMany(field => field)];

    private static byte[] Text(int field, string text) => Part(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Part(int field, byte[] bytes) => [.. Varint((field << 3) | 2), .. Varint(bytes.Length), .. bytes];

    private static byte[] Number(int field, long value) => [.. Varint(field << 3), .. Varint(value)];

    private static IEnumerable<byte> Varint(long value)
    {
        ulong left = (ulong)value;
        for (; left >= 0x80; left >>= 7)
            yield return (byte)(left | 0x80);
        yield return (byte)left;
    }
}
