float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (deterministic >= 0.5 || rate <= 0) return x;
    uint[] bits = new Rngs((long)seed).Dropout().Bits(x.Length);
    double threshold = Math.Ceiling((double)(float)(1 - rate) * 8388608);
    var y = new float[x.Length];
    for (int i = 0; i < y.Length; i++)
        if ((bits[i] >> 9) < threshold)
            y[i] = x[i] / (float)(1 - rate);
    return y;
}
