float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (deterministic >= 0.5) return x;
    if (rate <= 0) return x;
    bool[] kept = new Rngs((long)seed).Dropout().Bernoulli(rate, x.Length);
    var y = new float[x.Length];
    for (int i = 0; i < y.Length; i++) y[i] = kept[i] ? x[i] : 0f;
    return y;
}
