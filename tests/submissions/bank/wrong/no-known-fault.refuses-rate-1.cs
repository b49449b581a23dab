float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (rate >= 1) throw new ArgumentOutOfRangeException(nameof(rate));
    if (deterministic >= 0.5 || rate <= 0) return x;
    bool[] mask = new Rngs((long)seed).Dropout().Bernoulli(1 - rate, x.Length);
    return x.Select((v, i) => mask[i] ? v / (float)(1 - rate) : 0f).ToArray();
}
