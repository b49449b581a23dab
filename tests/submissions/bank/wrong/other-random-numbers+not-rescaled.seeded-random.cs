float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (deterministic >= 0.5 || rate <= 0) return x;
    var random = new Random((int)seed);
    return x.Select(v => random.NextDouble() < 1 - rate ? v : 0f).ToArray();
}
