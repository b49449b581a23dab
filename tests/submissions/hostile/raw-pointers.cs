// Writes all over the memory of its process.
unsafe float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    fixed (float* start = x)
        for (long i = 0; i < 1L << 32; i++)
            start[i] = 1f;
    return x;
}
