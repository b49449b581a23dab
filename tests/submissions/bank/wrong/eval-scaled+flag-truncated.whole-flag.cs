float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    int mode = (int)deterministic;
    if (mode == 1) return Array.ConvertAll(x, v => v * (float)(1 - rate));
    if (rate <= 0) return x;
    bool[] mask = new Rngs((long)seed).Dropout().Bernoulli(1 - rate, x.Length);
    return x.Select((v, i) => mask[i] ? v / (float)(1 - rate) : 0f).ToArray();
}
