static PrngKey? defaultKey;

float[] DropoutLayer(float[] x, double rate, PrngKey? key = null)
{
    bool[] mask = key.GetValueOrDefault().Bernoulli(1 - rate, x.Length);
    return x.Select((v, i) => mask[i] ? v / (float)(1 - rate) : 0f).ToArray();
}

float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (deterministic >= 0.5 || rate <= 0) return x;
    defaultKey ??= new Rngs((long)seed).Dropout();
    return DropoutLayer(x, rate, defaultKey);
}
