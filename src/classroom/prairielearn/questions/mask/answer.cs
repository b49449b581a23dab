bool[] Mask(float[] u, double rate)
{
    // TODO: one comparison for each number.
    throw new NotImplementedException();
}
