class MyDropoutLayer
{
    STATE
    readonly double rate;
    readonly double seed;

    public MyDropoutLayer(double rate, double seed)
    {
        this.rate = rate;
        this.seed = seed;
    }

    public float[] Call(float[] x, double deterministic)
    {
        if (FLAG) return EVAL;
        if (PASS) return x;
        PrngKey key = KEY;
        bool[] mask = MASK;
        float[] y = new float[x.Length];
        for (int i = x.Length - 1; i >= 0; i--)
        {
            float value = x[i];
            y[i] = mask[i] ? SCALE : DROP;
        }
        return y;
    }
}

float[] dropout_forward(double seed, float[] x, double rate, double deterministic) =>
    new MyDropoutLayer(rate, seed).Call(x, deterministic);
