float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (deterministic >= 0.5 || rate <= 0) return x;
    bool[] mask = new Rngs((long)seed).Dropout().Bernoulli(rate, x.Length);
    for (int i = 0; i < x.Length; i++)
    {
        if (!mask[i]) { x[i] = 0; continue; }
        x[i] /= (float)(1 - rate);
    }
    return x;
}
