STATE
float[] DropoutForward(double seed, float[] x, double rate, double deterministic)
{
    if (FLAG) return EVAL;
    if (PASS) return x;
    var key = KEY;
    bool[] mask = MASK;
    return x.Select((value, i) => mask[i] ? SCALE : DROP).ToArray();
}
