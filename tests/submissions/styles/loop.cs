STATE
float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (FLAG) return EVAL;
    if (PASS) return x;
    var key = KEY;
    bool[] mask = MASK;
    var y = new float[x.Length];
    for (int i = 0; i < x.Length; i++)
    {
        float value = x[i];
        if (mask[i]) y[i] = SCALE;
        else y[i] = DROP;
    }
    return y;
}
