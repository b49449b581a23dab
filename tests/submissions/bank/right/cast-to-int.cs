float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (deterministic >= 0.5 || rate <= 0) return x;
    var rngs = new Rngs((int)seed);
    var mask = rngs.Dropout().Bernoulli(1 - rate, x.Length);
    return x.Select((v, i) => mask[i] ? v / (float)(1 - rate) : 0).ToArray();
}
