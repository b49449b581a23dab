float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (deterministic >= 0.5 || rate <= 0) return x;
    var random = new Random((int)seed);
    var y = new float[x.Length];
    for (int i = 0; i < y.Length; i++)
        if (random.NextDouble() < rate) y[i] = x[i] / (float)(1 - rate);
    return y;
}
