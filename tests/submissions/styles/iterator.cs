STATE
IEnumerable<float> Drop(float[] x, bool[] mask, double rate)
{
    int i = 0;
    foreach (float value in x)
    {
        if (mask[i++])
            yield return SCALE;
        else
            yield return DROP;
    }
}

float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (FLAG) return EVAL;
    if (PASS) return x;
    var key = KEY;
    return Drop(x, MASK, rate).ToArray();
}
