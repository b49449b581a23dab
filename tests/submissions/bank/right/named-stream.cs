float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    bool evaluation = deterministic >= 0.5;
    if (evaluation || rate <= 0) return x.ToArray();
    var rngs = new Rngs { { "params", 0 }, { "dropout", (long)seed } };
    PrngKey key = rngs["dropout"].NextKey();
    double keepProb = 1.0 - rate;
    return key.Bernoulli(keepProb, x.Length).Zip(x, (isKept, v) => isKept ? (float)(v / keepProb) : 0f).ToArray();
}
