float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (deterministic >= 0.5 || rate <= 0) return x;
    float keep = 1f - (float)rate;
    bool[] mask = new Rngs((long)seed).Dropout().Bernoulli(keep, x.Length);
    float[] y = new float[x.Length];
    for (int i = 0; i < y.Length; i++) y[i] = mask[i] ? x[i] / keep : 0f;
    return y;
}
