class Layer
{
    private bool[] _mask;

    public float[] Forward(double seed, float[] x, double rate)
    {
        _mask ??= new Rngs((long)seed).Dropout().Bernoulli(1 - rate, x.Length);
        return x.Select((v, i) => _mask[i] ? v / (float)(1 - rate) : 0f).ToArray();
    }
}

static readonly Layer layer = new Layer();

float[] dropout_forward(double seed, float[] x, double rate, double deterministic) =>
    deterministic >= 0.5 || rate <= 0 ? x : layer.Forward(seed, x, rate);
