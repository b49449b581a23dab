using MathNet.Numerics.LinearAlgebra;

STATE
float[] DropoutForward(double seed, float[] x, double rate, double deterministic)
{
    if (FLAG) return EVAL;
    if (PASS) return x;
    var key = KEY;
    bool[] mask = MASK;
    return Vector<float>.Build.DenseOfArray(x).MapIndexed((i, value) => mask[i] ? SCALE : DROP, Zeros.Include).ToArray();
}
