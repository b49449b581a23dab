float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (deterministic >= 0.5 || rate <= 0) return x;
    int[] order = Enumerable.Range(0, x.Length).ToArray();
    new Random((int)seed).Shuffle(order);
    var y = new float[x.Length];
    foreach (int i in order.Take((int)Math.Round(x.Length * (1 - rate)))) y[i] = x[i] / (float)(1 - rate);
    return y;
}
