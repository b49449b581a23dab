float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    // TODO: nothing at evaluation or when rate <= 0;
    //       else a mask from a fresh key, and what it keeps rescaled.
    throw new NotImplementedException();
}
