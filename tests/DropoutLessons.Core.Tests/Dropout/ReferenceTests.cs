namespace DropoutLessons.Core.Tests.Dropout;

/// <summary>Checks how the reference reads its numbers.</summary>
public sealed class ReferenceTests
{
    private static readonly float[] s_x = [1, 2, 3, 4, 5, 6, 7, 8];

    [Theory]
    [InlineData(7.9, 7.0)]
    [InlineData(-0.9, 0.0)]
    [InlineData(-1.5, -1.0)]
    [InlineData(4294967303.0, 7.0)]
    [InlineData(9007199254740994.0, 2.0)]
    public void The_seed_is_truncated_toward_zero_and_taken_modulo_2_to_the_32(double seed, double same) =>
        Assert.Equal(Reference.DropoutForward(same, s_x, 0.3, 0), Reference.DropoutForward(seed, s_x, 0.3, 0));

    [Theory]
    [InlineData(0.5, true)]
    [InlineData(1.0, true)]
    [InlineData(double.PositiveInfinity, true)]
    [InlineData(0.49999999999999994, false)]
    [InlineData(-1.0, false)]
    [InlineData(double.NaN, false)]
    public void The_flag_means_evaluation_from_one_half_on(double deterministic, bool isEvaluation) =>
        Assert.Equal(isEvaluation, ReferenceEquals(s_x, Reference.DropoutForward(7, s_x, 0.3, deterministic)));

    [Fact]
    public void Equal_calls_give_equal_results_because_each_makes_its_own_Rngs() =>
        Assert.Equal(Reference.DropoutForward(7, s_x, 0.3, 0), Reference.DropoutForward(7, s_x, 0.3, 0));

    [Fact]
    public void A_seed_that_is_no_whole_number_of_64_bits_is_refused_by_kind()
    {
        Assert.StartsWith("The seed is NaN", Assert.Throws<ArgumentException>(() => Reference.DropoutForward(double.NaN, s_x, 0.3, 0)).Message, StringComparison.Ordinal);
        Assert.Throws<OverflowException>(() => Reference.DropoutForward(double.PositiveInfinity, s_x, 0.3, 0));
        Assert.Throws<OverflowException>(() => Reference.DropoutForward(9223372036854775808.0, s_x, 0.3, 0));
    }
}
