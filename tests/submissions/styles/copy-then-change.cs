STATE
float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (FLAG) return EVAL;
    if (PASS) return x;
    var key = KEY;
    bool[] mask = MASK;
    float[] y = (float[])x.Clone();
    int i = 0;
    while (i < y.Length)
    {
        float value = y[i];
        switch (mask[i])
        {
            case true: y[i] = SCALE; break;
            default: y[i] = DROP; break;
        }
        i++;
    }
    return y;
}
