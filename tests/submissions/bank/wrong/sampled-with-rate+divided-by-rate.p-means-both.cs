float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    double p = rate;
    if (deterministic >= 0.5 || p <= 0) return x;
    bool[] mask = new Rngs((long)seed).Dropout().Bernoulli(p, x.Length);
    return x.Select((v, i) => mask[i] ? v / (float)p : 0f).ToArray();
}
