float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (deterministic >= 0.5 || rate <= 0) return x;
    float[] y = new float[x.Length + 1];  // room for a sentinel that is never taken off
    bool[] mask = new Rngs((long)seed).Dropout().Bernoulli(1 - rate, x.Length);
    for (int i = 0; i < x.Length; i++)
        y[i] = mask[i] ? x[i] / (float)(1 - rate) : 0f;
    return y;
}
