static Rngs rngs;

float[] Layer(float[] x, double rate)
{
    bool[] mask = rngs.Dropout().Bernoulli(1 - rate, x.Length);
    return x.Select((v, i) => mask[i] ? v / (float)(1 - rate) : 0f).ToArray();
}

float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    rngs ??= new Rngs((long)seed);
    if (deterministic >= 0.5 || rate <= 0) return x;
    return Layer(x, rate).Select(v => v / (float)(1 - rate)).ToArray();
}
