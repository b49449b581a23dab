STATE
record struct Call(double Seed, double Rate, double Deterministic)
{
    public bool IsEvaluation { get { double deterministic = Deterministic; return FLAG; } }
    public bool DropsNothing { get { double rate = Rate; return PASS; } }
}

float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    var call = new Call(seed, rate, deterministic);
    if (call.IsEvaluation) return EVAL;
    if (call.DropsNothing) return x;
    PrngKey key = KEY;
    bool[] mask = MASK;
    var result = new List<float>(x.Length);
    foreach (var (value, i) in x.Select((value, i) => (value, i)))
        result.Add(mask[i] ? SCALE : DROP);
    return result.ToArray();
}
