using System.Threading.Tasks;

STATE
float[] DropoutForward(double seed, float[] x, double rate, double deterministic)
{
    if (FLAG) return EVAL;
    if (PASS) return x;
    var key = KEY;
    bool[] mask = MASK;
    var y = new float[x.Length];
    Parallel.For(0, x.Length, i =>
    {
        float value = x[i];
        y[i] = mask[i] ? SCALE : DROP;
    });
    return y;
}
