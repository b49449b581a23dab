using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Chooses which elements of a large array are drawn, and says so.</summary>
/// <param name="Indices">the chosen elements, in order</param>
/// <param name="Note">how they were chosen, for a caption; empty when all are drawn</param>
internal sealed record Sample(int[] Indices, string Note)
{
    /// <summary>Chooses at most <paramref name="most"/> of <paramref name="length"/> elements, each set of that size as likely as any other.</summary>
    /// <remarks>Deterministic: the length is the seed. Source: R. W. Floyd, in J. Bentley, "A sample of brilliance" (CACM 30, 1987).</remarks>
    public static Sample Random(int length, int most)
    {
        if (length <= most)
            return All(length);
        var chosen = new SortedSet<int>();
        uint[] bits = PrngKey.FromSeed(length).Bits(most);
        for (int i = 0; i < most; i++)
        {
            int last = length - most + i, drawn = (int)((ulong)bits[i] * (ulong)(last + 1) >> 32);
            if (!chosen.Add(drawn))
                chosen.Add(last);
        }
        return new([.. chosen], Invariant($" Drawn is a random sample of {most} of the {length} elements (drawn with seed {length}); the numbers above count all."));
    }

    /// <summary>Chooses at most <paramref name="most"/> neighbours, with <paramref name="around"/> among them.</summary>
    public static Sample Window(int length, int most, int around)
    {
        if (length <= most)
            return All(length);
        int first = Math.Clamp(around - (most / 4), 0, length - most);
        return new([.. Enumerable.Range(first, most)], Invariant($" Drawn are elements {first} to {first + most - 1} of {length}; the numbers above count all."));
    }

    /// <summary>Chooses points of a long curve at equal distances, with the last one.</summary>
    /// <param name="length">number of points</param>
    /// <param name="most">number of points a curve may have</param>
    /// <param name="what">what the points are, such as "call"</param>
    public static Sample Even(int length, int most, string what)
    {
        int step = Math.Max(1, (length + most - 1) / most);
        return new([.. Enumerable.Range(0, length).Where(i => i % step == 0 || i == length - 1)], step == 1 ? "" : Invariant($" Every {step}th {what} is drawn, and the last."));
    }

    private static Sample All(int length) => new([.. Enumerable.Range(0, length)], "");
}
