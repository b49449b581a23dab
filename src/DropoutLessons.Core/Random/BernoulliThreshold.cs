namespace DropoutLessons;

/// <summary>Turns a probability into the whole number that random words are compared with.</summary>
internal static class BernoulliThreshold
{
    /// <summary>Finds the largest word of 32 bits for which <c>uniform &lt; (float)p</c> holds, its uniform being <c>(word &gt;&gt; 9) * 2^-23</c>.</summary>
    /// <param name="p">probability; rounded to float32 once</param>
    /// <param name="limit">that word; all bits set when <paramref name="p"/> is 1 or more</param>
    /// <returns>false when there is no such word: for NaN, and at 0 and below</returns>
    public static bool TryFind(double p, out uint limit)
    {
        // The uniform is m * 2^-23 with a whole m, so comparing it with p is comparing m with p * 2^23, which is exact in double.
        double firstTooLarge = Math.Min(Math.Ceiling((double)(float)p * (1 << 23)), 1 << 23);
        bool exists = firstTooLarge > 0;
        limit = exists ? (uint)(((ulong)firstTooLarge << 9) - 1) : 0;
        return exists;
    }
}
