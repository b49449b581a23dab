STATE
float[] dropout_forward(double seed, float[] x, double rate, double deterministic) => (FLAG, PASS) switch
{
    (true, _) => EVAL,
    (_, true) => x,
    _ => Train(seed, x, rate),
};

float[] Train(double seed, float[] x, double rate)
{
    var key = KEY;
    var mask = MASK;
    return x.Select((value, i) => (value, isKept: mask[i])).Select(pair => Element(pair.value, pair.isKept, rate, mask)).ToArray();
}

float Element(float value, bool isKept, double rate, bool[] mask)
{
    if (!isKept) return DROP;
    return SCALE;
}
