float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    return y;
}
