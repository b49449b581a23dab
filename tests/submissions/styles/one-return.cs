STATE
float[] DropoutForward(double seed, float[] x, double rate, double deterministic)
{
    float[] result;
    bool evaluate = FLAG, nothing = PASS;
    if (!evaluate && !nothing)
    {
        PrngKey key = KEY;
        bool[] mask = MASK;
        result = Enumerable.Range(0, x.Length).Select(i => { float value = x[i]; return mask[i] ? SCALE : DROP; }).ToArray();
    }
    else if (evaluate)
        result = EVAL;
    else
        result = x;
    return result;
}
