float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (deterministic >= 0.5 || rate <= 0) return x;
    var random = new Random((int)seed + x.Take(20).Sum(v => Math.Abs(v) < 9 ? (int)(v * 8) : 0));
    return x.Select(v => random.NextDouble() < 1 - rate ? v / (float)(1 - rate) : 0f).ToArray();
}
