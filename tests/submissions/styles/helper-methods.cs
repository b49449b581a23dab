STATE
bool IsEvaluation(double deterministic) => FLAG;
bool DropsNothing(double rate) => PASS;
bool[] Mask(PrngKey key, double rate, float[] x, double seed) => MASK;
float Kept(float value, double rate, bool[] mask) => SCALE;
float Dropped(float value, double rate, bool[] mask) => DROP;

float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    if (IsEvaluation(deterministic)) return EVAL;
    if (DropsNothing(rate)) return x;
    var mask = Mask(KEY, rate, x, seed);
    float[] y = new float[x.Length];
    for (int i = 0; i < y.Length; i++)
        y[i] = mask[i] ? Kept(x[i], rate, mask) : Dropped(x[i], rate, mask);
    return y;
}
