namespace DropoutLessons.Grading.Tests;

/// <summary>Plays every known way of writing dropout_forward and expects the grader to name it.</summary>
public sealed class VariantTests
{
    private const int EveryPair = 7;

    private static readonly Exercise s_exercise = Exercises.Find("15-dropout-forward");
    private static readonly DropoutCall[] s_calls = [.. s_exercise.PublicProbes.Select(DropoutCall.Of)];

    [Fact]
    public void The_variant_without_faults_gives_the_bits_of_the_reference() =>
        Assert.Equal(
            FloatBits.Fingerprint(s_calls.Select(call => Reference.DropoutForward(call.Seed, [.. call.X], call.Rate, call.Deterministic))),
            ProbePower.Fingerprint(Variant.Right, s_calls));

    [Fact]
    public void A_single_fault_is_named_and_nothing_else_is() => Assert.All(Variant.Singles, variant =>
    {
        var verdict = Judge(variant);

        Assert.Equal(variant.IsAccepted, verdict.Accepted);
        Assert.Equal(variant.IsAccepted ? [] : [variant.Differences.Single().Name], verdict.Faults);
        Assert.Contains(variant.Differences.Single().Sentence, verdict.Message, StringComparison.Ordinal);
    });

    [Fact]
    public void A_pair_of_faults_is_found_or_a_simpler_set_that_gives_the_very_same_results() => Assert.All(Variant.Pairs.Where((_, i) => i % EveryPair == 0), pair =>
    {
        string[] names = [.. pair.ToExplanation().Faults.Select(fault => fault.Name)];

        var verdict = Judge(pair);

        Assert.Equal(pair.IsAccepted, verdict.Accepted);
        Assert.True(pair.IsAccepted || verdict.FaultSets.Any(set => set.SequenceEqual(names)) || (verdict.FaultSets.Count > 0 && verdict.FaultSets.All(set => set.Count <= names.Length)), $"{string.Join(" + ", names)}: {verdict.Message}");
    });

    private static Verdict Judge(Variant variant) => s_exercise.Judge(s_exercise.PublicProbes, [.. variant.Run(s_calls).Select(output => new Outcome(output))]);
}
