float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    // In today's layout of counters the first of two split keys is fold_in(key, 0).
    if (deterministic >= 0.5 || rate <= 0) return x;
    bool[] mask = PrngKey.FromSeed((long)seed).Split()[0].Bernoulli(1 - rate, x.Length);
    return mask.Select((isKept, i) => isKept ? x[i] / (float)(1 - rate) : 0f).ToArray();
}
