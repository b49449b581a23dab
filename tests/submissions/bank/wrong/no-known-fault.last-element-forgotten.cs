float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (deterministic >= 0.5 || rate <= 0) return x;
    bool[] mask = new Rngs((long)seed).Dropout().Bernoulli(1 - rate, x.Length);
    var y = new List<float>();
    for (int i = 0; i < x.Length - 1; i++)
        y.Add(mask[i] ? x[i] / (float)(1 - rate) : 0f);
    return y.ToArray();
}
