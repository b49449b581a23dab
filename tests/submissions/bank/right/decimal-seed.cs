float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (!(deterministic < 0.5) || rate <= 0) return x;
    long whole = (long)decimal.Truncate((decimal)seed);
    var kept = new Rngs(whole).Dropout().Bernoulli(1 - rate, x.Length);
    var indices = new HashSet<int>(Enumerable.Range(0, x.Length).Where(i => kept[i]));
    return x.Select((v, i) => indices.Contains(i) ? v / (float)(1 - rate) : 0f).ToArray();
}
