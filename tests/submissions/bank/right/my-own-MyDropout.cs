public sealed class MyDropout
{
    private readonly double _rate;
    private readonly Rngs _rngs;

    public MyDropout(double rate, Rngs rngs) => (_rate, _rngs) = (rate, rngs);

    public float[] Forward(float[] x, bool deterministic)
    {
        if (deterministic || _rate <= 0) return x;
        float keep = (float)(1.0 - _rate);
        bool[] mask = _rngs.Dropout().Bernoulli(1.0 - _rate, x.Length);
        return Array.ConvertAll(Enumerable.Range(0, x.Length).ToArray(), i => mask[i] ? x[i] / keep : 0f);
    }
}

float[] dropout_forward(double seed, float[] x, double rate, double deterministic) =>
    new MyDropout(rate, new Rngs((long)seed)).Forward(x, deterministic >= 0.5);
