float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (deterministic >= 0.5 || rate <= 0) return x;
    float keep = (float)(1 - rate);
    float[] mask = new Rngs((long)seed).Dropout().Bernoulli(1 - rate, x.Length).Select(isKept => isKept ? 1f : 0f).ToArray();
    return x.Zip(mask, (v, m) => v * m / keep).ToArray();
}
