namespace DropoutLessons.Grading.Tests;

public sealed class VariantTests
{
    public static TheoryData<string> SingleFaults => [.. Variant.Lattice.Where(variant => variant.Faults.Count == 1).Select(variant => variant.Faults[0].Name)];

    [Fact]
    public void The_variant_without_faults_gives_the_bits_of_the_reference()
    {
        var right = Assert.Single(Variant.Lattice, variant => variant.Faults.Count == 0);

        Assert.Equal(Outputs((seed, x, rate, deterministic) => Reference.DropoutForward(seed, x, rate, deterministic)), Outputs(right.Forward));
    }

    [Theory]
    [MemberData(nameof(SingleFaults))]
    public void A_single_fault_is_named_and_nothing_else_is(string fault)
    {
        var variant = Variant.Lattice.Single(other => other.Faults.Count == 1 && other.Faults[0].Name == fault);

        var verdict = Judge(variant);

        Assert.Equal(variant.IsAccepted, verdict.Accepted);
        Assert.Equal(variant.IsAccepted ? [] : [fault], verdict.Faults);
        Assert.Contains(variant.Faults[0].Sentence, verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_combination_with_a_real_fault_is_accepted_and_none_without_is_refused()
    {
        Assert.All(Variant.Lattice, variant => Assert.Equal(variant.IsAccepted, Judge(variant).Accepted));
    }

    private static string Outputs(DropoutForwardFunction function) =>
        FloatBits.Fingerprint(DropoutProbes.Public.Select(DropoutProbes.Arguments).Select(call => function(call.Seed, call.X, call.Rate, call.Deterministic)));

    private static Verdict Judge(Variant variant) => Check.DropoutForward(variant.Forward);
}
