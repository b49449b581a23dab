namespace DropoutLessons.Core.Tests.Simd;

/// <summary>Computes what the kernels compute, one element after the other and as plainly as it can be written.</summary>
internal static class Plain
{
    public static uint[] Words(PrngKey key, bool isPartitionable, int count) =>
        [.. Enumerable.Range(0, count).Select(i => RandomBits.WordAt(key, isPartitionable, i, count))];

    public static bool[] Mask(uint[] words, double keepProb) => Array.ConvertAll(words, word => (word >> 9) * (1f / (1 << 23)) < (float)keepProb);

    public static float[] Forward(float[] x, bool[] mask, double rate, bool isMultiplied) =>
        [.. x.Zip(mask, (value, isKept) => isKept ? Scale(value, (float)(1.0 - rate), isMultiplied) : 0f)];

    public static float[] Backward(float[] gradient, bool[] mask, double rate, bool isMultiplied) =>
        [.. gradient.Zip(mask, (value, isKept) => Scale(isKept ? value : 0f, (float)(1.0 - rate), isMultiplied))];

    /// <summary>Bit patterns, every NaN being the same.</summary>
    public static uint[] Patterns(ReadOnlySpan<float> values)
    {
        var patterns = new uint[values.Length];
        for (int i = 0; i < values.Length; i++)
            patterns[i] = float.IsNaN(values[i]) ? 0x7fc00000 : BitConverter.SingleToUInt32Bits(values[i]);
        return patterns;
    }

    public static bool[] Unpack(ReadOnlySpan<byte> bits, int count)
    {
        var values = new bool[count];
        for (int i = 0; i < count; i++)
            values[i] = (bits[i / 8] & (1 << (i % 8))) != 0;
        return values;
    }

    private static float Scale(float x, float keepProb, bool isMultiplied)
    {
        float flushed = Flush(x);
        return Flush(isMultiplied ? flushed * (1f / keepProb) : flushed / keepProb);
    }

    private static float Flush(float value) => float.IsSubnormal(value) ? MathF.CopySign(0f, value) : value;
}
