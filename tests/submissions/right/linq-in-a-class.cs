using System.Linq;
using DropoutLessons;

public static class Answer
{
    public static float[] DropoutForward(double seed, float[] x, double rate, double deterministic)
    {
        bool isTraining = deterministic < 0.5 && rate > 0;
        return isTraining ? x.Zip(Mask(seed, rate, x.Length), (value, kept) => kept ? value / (float)(1 - rate) : 0f).ToArray() : (float[])x.Clone();
    }

    private static bool[] Mask(double seed, double rate, int length) =>
        new Rngs { { "dropout", (long)seed } }.Dropout().Bernoulli(1 - rate, length);
}
