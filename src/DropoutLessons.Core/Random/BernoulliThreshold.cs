namespace DropoutLessons;

/// <summary>Turns a probability into the whole number that 23 random bits are compared with.</summary>
internal static class BernoulliThreshold
{
    /// <summary>Computes t in [0, 2^23] such that <c>uniform &lt; (float)p</c> is the same as <c>bits &gt;&gt; 9 &lt; t</c>.</summary>
    /// <param name="p">probability; NaN and values at or below 0 give 0, values at or above 1 give 2^23</param>
    public static uint Of(double p)
    {
        // The uniform is m * 2^-23 with a whole m, so comparing it with p is comparing m with p * 2^23, which is exact in double.
        double scaled = Math.Ceiling((double)(float)p * (1 << 23));
        return scaled >= 1 << 23 ? 1u << 23 : scaled > 0 ? (uint)scaled : 0;
    }
}
