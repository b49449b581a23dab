STATE
float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (FLAG) { return EVAL; }
    float[] output = new float[x.Length];
    if (PASS)
    {
        x.AsSpan().CopyTo(output);
        return output;
    }
    var key = KEY;
    bool[] mask = MASK;
    Span<float> target = output;
    ReadOnlySpan<float> source = x;
    for (int i = 0; i < source.Length; ++i)
    {
        float value = source[i];
        target[i] = mask[i] ? SCALE : DROP;
    }
    return output;
}
