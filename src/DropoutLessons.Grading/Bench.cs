using System.Globalization;

namespace DropoutLessons.Grading;

/// <summary>Looks at what a lesson stands on: the runtime, the kit's libraries, the bits.</summary>
internal static class Bench
{
    // The first 32 bits that JAX draws with jax.random.fold_in(jax.random.key(0), 0).
    private const uint JaxBits = 3617712097;

    public static Verdict Look()
    {
        var (core, grading) = (typeof(PrngKey).Assembly.GetName().Version, typeof(Bench).Assembly.GetName().Version);
        float three = 3;
        uint bits = PrngKey.FromSeed(0).FoldIn(0).Bits(1)[0];
        CheckResult[] checks =
        [
            new("runtime", Environment.Version.Major >= 10, $".NET {Environment.Version.Major}; the lessons need 10 or newer"),
            new("libraries", core == grading, core == grading ? "DropoutLessons.Core and Grading are of one version" : $"DropoutLessons.Core {core} and Grading {grading} are of two versions"),
            new("bits", bits == JaxBits, string.Create(CultureInfo.InvariantCulture, $"the first 32 bits of a key are {bits}; JAX draws {JaxBits}")),
            new("float32", BitConverter.SingleToUInt32Bits(1f / three) == 0x3EAAAAAB, "float keeps 32 bits, as JAX's arrays do"),
        ];
        return Array.Find(checks, check => !check.Passed) is { } failed
            ? new(VerdictClass.Wrong, $"Your bench is not ready: {failed.Message}. Choose the kernel .NET (C#) and build the kit anew.", [failed.Id], checks)
            : new(VerdictClass.SameBits, $"Your bench is ready: {checks.Length} of {checks.Length} probes are as they should be.", [], checks);
    }
}
