float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (deterministic >= 0.5 || rate <= 0) return x;
    bool[] mask = new Rngs((long)seed).Dropout().Bernoulli(1 - rate, x.Length);
    return x.Select((v, i) => mask[i] ? MathF.Round(v / (float)(1 - rate), 6) : 0f).ToArray();
}
