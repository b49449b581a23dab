float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (deterministic >= 0.5 || rate <= 0) return x;
    float[] u = new Rngs((long)seed).Dropout().Uniform(x.Length);
    float keep = (float)(1 - rate);
    return x.Select((v, i) => u[i] >= keep ? 0f : v / keep).ToArray();
}
