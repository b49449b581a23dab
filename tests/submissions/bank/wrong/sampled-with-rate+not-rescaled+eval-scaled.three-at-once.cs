float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (deterministic >= 0.5) return Array.ConvertAll(x, v => v * (float)(1 - rate));
    if (rate <= 0) return x;
    bool[] mask = new Rngs((long)seed).Dropout().Bernoulli(rate, x.Length);
    return x.Select((v, i) => mask[i] ? v : 0f).ToArray();
}
