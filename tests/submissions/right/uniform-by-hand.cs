float[] DropoutForward(double seed, float[] x, double rate, double deterministic)
{
    if (deterministic >= 0.5 || rate <= 0) return x;
    float[] u = PrngKey.FromSeed((long)seed).FoldIn(0).Uniform(x.Length);
    return x.Select((v, i) => u[i] < (float)(1 - rate) ? v / (float)(1 - rate) : 0f).ToArray();
}
