using System.Linq;

public static class Answer
{
    STATE

    public static float[] DropoutForward(double seed, float[] x, double rate, double deterministic)
    {
        if (FLAG)
            return EVAL;
        if (PASS)
            return (float[])x.Clone();
        PrngKey key = KEY;
        bool[] mask = MASK;
        return [.. x.Zip(mask, (value, isKept) => isKept ? SCALE : DROP)];
    }
}
