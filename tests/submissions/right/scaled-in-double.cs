float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (deterministic >= 0.5 || rate <= 0) return x;
    double keepProb = 1 - rate;
    bool[] mask = new Rngs((long)seed).Dropout().Bernoulli(keepProb, x.Length);
    return x.Select((v, i) => mask[i] ? (float)(v / keepProb) : 0f).ToArray();
}
