float[] Drop(float[] x, bool[] mask, float keep, int i, float[] y)
{
    if (i == x.Length) return y;
    y[i] = mask[i] ? x[i] / keep : 0f;
    return Drop(x, mask, keep, i + 1, y);
}

float[] dropout_forward(double seed, float[] x, double rate, double deterministic) =>
    deterministic >= 0.5 || rate <= 0 ? x : Drop(x, new Rngs((long)seed).Dropout().Bernoulli(1 - rate, x.Length), (float)(1 - rate), 0, new float[x.Length]);
