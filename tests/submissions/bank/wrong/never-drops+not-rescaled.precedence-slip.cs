float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (deterministic >= 0.5 || rate <= 0) return x;
    double p = 1 - rate;
    float[] u = new Rngs((long)seed).Dropout().Uniform(x.Length);
    return x.Select((v, i) => u[i] < p / p ? v : 0f).ToArray();
}
