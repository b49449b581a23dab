using System.Numerics;

namespace DropoutLessons.Grading;

/// <summary>Holds what one training call did, as far as it can be seen without knowing the random numbers.</summary>
/// <param name="Call">the call</param>
/// <param name="Telling">the elements that tell: neither 0 nor huge nor NaN before</param>
/// <param name="Mask">those of them that are not 0 afterwards</param>
/// <param name="Factors">output by input of the kept ones</param>
internal sealed record TrainingCall(DropoutCall Call, ulong Telling, ulong Mask, double[] Factors)
{
    // Wider than any rounding of float32 arithmetic, narrower than the distance of any two factors in question.
    private const double Rounding = 1e-5;

    // An element this large may overflow when it is scaled, and then tells nothing of the factor.
    private const float TooLarge = 1e30f;

    public double Seed => Call.Seed;

    public double Rate => Call.Rate;

    /// <summary>Number of telling elements.</summary>
    public int Length => BitOperations.PopCount(Telling);

    /// <summary>Number of kept elements.</summary>
    public int Kept => BitOperations.PopCount(Mask);

    /// <summary>True when every element tells.</summary>
    public bool IsAllTelling => Length == Call.X.Length;

    /// <summary>True when the reference keeps and drops the same elements.</summary>
    public bool HasReferenceMask => (new MaskSource(Memory.Fresh, KeyChoices.All[0].Apply, MaskChoices.All[0].Apply).Next(Call) & Telling) == Mask;

    /// <summary>True when all kept elements are scaled alike.</summary>
    public bool HasOneFactor => Array.TrueForAll(Factors, factor => IsNear(factor, Factors[0]));

    /// <summary>Returns null for a call that draws no mask, or a mask without chance.</summary>
    public static TrainingCall? Of(DropoutCall call, float[] output)
    {
        if (!call.IsTraining || call.Rate >= 1)
            return null;
        int[] telling = [.. Enumerable.Range(0, call.X.Length).Where(i => Math.Abs(call.X[i]) is > 0 and < TooLarge)];
        int[] kept = [.. telling.Where(i => output[i] != 0)];
        return new(call, Bits(telling), Bits(kept), [.. kept.Select(i => (double)output[i] / call.X[i])]);
    }

    public bool IsScaledBy(double factor) => Factors.Length == 0 || IsNear(Factors[0], factor);

    public bool IsSameCall(TrainingCall other) => Seed == other.Seed && Rate == other.Rate && Call.X.AsSpan().SequenceEqual(other.Call.X);

    /// <summary>True when no element that tells in both was kept in one and dropped in the other.</summary>
    public bool AgreesWith(TrainingCall other) => ((Mask ^ other.Mask) & Telling & other.Telling) == 0;

    /// <summary>Squared distance of the number kept from what <paramref name="fraction"/> lets expect, in variances.</summary>
    public double Surprise(double fraction)
    {
        double expected = Length * fraction;
        return (Kept - expected) * (Kept - expected) / (expected * (1 - fraction));
    }

    private static bool IsNear(double factor, double wanted) => Math.Abs(factor - wanted) <= Rounding * Math.Abs(wanted);

    private static ulong Bits(int[] indices) => indices.Aggregate(0ul, (bits, i) => bits | (1ul << i));
}
