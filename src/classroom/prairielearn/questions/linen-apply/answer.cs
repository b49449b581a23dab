float[] Run(float[] x, double rate, PrngKey root, int step, bool deterministic)
{
    // TODO: a key for this step, handed through Apply.
    throw new NotImplementedException();
}
