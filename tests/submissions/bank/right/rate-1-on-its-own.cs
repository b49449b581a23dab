float[] DropoutForward(double seed, float[] x, double rate, double deterministic)
{
    if (deterministic >= 0.5) return x;
    if (rate <= 0) return x;
    if (rate >= 1) return new float[x.Length];
    var mask = new bool[x.Length];
    new Rngs((long)seed).Dropout().Bernoulli(1 - rate, mask);
    return Enumerable.Range(0, x.Length).Select(i => mask[i] ? x[i] * (1f / (float)(1 - rate)) : 0f).ToArray();
}
