float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (deterministic >= 0.5 || rate <= 0) return x;
    float keepProb = (float)(1 - rate);
    bool[] mask = new Rngs((long)seed).Dropout().Bernoulli(1 - rate, x.Length);
    var y = new float[x.Length];
    for (int i = 0; i < x.Length; i++)
        if (mask[i]) y[i] = x[i] / keepProb;
    return y;
}
