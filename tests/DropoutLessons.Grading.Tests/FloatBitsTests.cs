namespace DropoutLessons.Grading.Tests;

public sealed class FloatBitsTests
{
    [Theory]
    [InlineData(1f, 1f, 0)]
    [InlineData(0f, -0f, 0)]
    [InlineData(float.NaN, float.NaN, 0)]
    [InlineData(float.NaN, 1f, long.MaxValue)]
    [InlineData(0f, float.Epsilon, 1)]
    [InlineData(-float.Epsilon, float.Epsilon, 2)]
    public void UlpDistance_counts_the_steps_between_two_floats(float a, float b, long expected)
    {
        Assert.Equal(expected, FloatBits.UlpDistance(a, b));
        Assert.Equal(expected, FloatBits.UlpDistance(b, a));
    }

    [Fact]
    public void UlpDistance_of_neighbours_is_one()
    {
        Assert.Equal(1, FloatBits.UlpDistance(1f, MathF.BitIncrement(1f)));
        Assert.Equal(1, FloatBits.UlpDistance(-1f, MathF.BitDecrement(-1f)));
    }

    [Fact]
    public void Fingerprint_tells_the_zeros_and_the_lengths_apart_but_no_two_NaNs()
    {
        Assert.NotEqual(FloatBits.Fingerprint([[0f]]), FloatBits.Fingerprint([[-0f]]));
        Assert.NotEqual(FloatBits.Fingerprint([[1f], [2f]]), FloatBits.Fingerprint([[1f, 2f]]));
        Assert.Equal(FloatBits.Fingerprint([[float.NaN]]), FloatBits.Fingerprint([[-float.NaN]]));
    }
}
