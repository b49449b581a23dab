STATE

Func<double, float[], double, double, float[]> dropout_forward = (seed, x, rate, deterministic) =>
{
    if (FLAG) return EVAL;
    if (PASS) return x;
    PrngKey key = KEY;
    bool[] mask = MASK;
    int at = 0;
    return Array.ConvertAll(x, value => mask[at++] ? SCALE : DROP);
};
