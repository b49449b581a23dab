using System.Security.Cryptography;
using System.Text;

namespace DropoutLessons.Grading;

/// <summary>Measures what calls can tell apart.</summary>
internal static class ProbePower
{
    // What a training call must not confuse with the right answer: at rate 0.5 the first two look like it.
    private static readonly string[] s_mustShow = ["sampled-with-rate", "divided-by-rate", "complement-of-rate", "mask-inverted", "not-rescaled", "multiplied-by-keep-prob", "scaled-twice", "seed-key-used-directly", "second-key"];

    private static readonly Variant[] s_shown = [.. Variant.Singles.Where(variant => variant.Differences.Any(fault => s_mustShow.Contains(fault.Name)))];

    /// <summary>Counts the classes of <paramref name="variants"/> that give different outputs for <paramref name="calls"/>.</summary>
    public static int Classes(IEnumerable<Variant> variants, IReadOnlyList<DropoutCall> calls) =>
        variants.Select(variant => Fingerprint(variant, calls)).Distinct().Count();

    /// <summary>Groups <paramref name="variants"/> by what they give for <paramref name="calls"/>.</summary>
    public static ILookup<string, Variant> Group(IEnumerable<Variant> variants, IReadOnlyList<DropoutCall> calls) =>
        variants.ToLookup(variant => Fingerprint(variant, calls));

    /// <summary>Finds a training call that cannot tell a common misconception from the right answer, and says which; null when there is none.</summary>
    public static string? BlindAmong(IReadOnlyList<DropoutCall> calls)
    {
        foreach (var call in calls.Where(call => call is { IsTraining: true, Rate: < 1 }))
        {
            string right = Fingerprint(Variant.Right, [call]);
            if (s_shown.FirstOrDefault(variant => Fingerprint(variant, [call]) == right) is { } unseen)
                return FormattableString.Invariant($"seed {call.Seed}, rate {call.Rate} cannot tell {unseen.Differences.First().Name} from the right answer");
        }
        return null;
    }

    /// <summary>Counts the classes after each of <paramref name="calls"/>.</summary>
    public static int[] ClassesAfterEach(IReadOnlyCollection<Variant> variants, IReadOnlyList<DropoutCall> calls)
    {
        var seen = calls.Select(_ => new HashSet<string>()).ToArray();
        foreach (var variant in variants)
        {
            string soFar = "";
            foreach (var (output, i) in variant.Run(calls).Select((output, i) => (output, i)))
                seen[i].Add(soFar = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(soFar + FloatBits.Fingerprint([output])))));
        }
        return Array.ConvertAll(seen, set => set.Count);
    }

    /// <summary>Fingerprint of everything <paramref name="variant"/> gives for <paramref name="calls"/>.</summary>
    public static string Fingerprint(Variant variant, IReadOnlyList<DropoutCall> calls) => FloatBits.Fingerprint(variant.Run(calls));
}
