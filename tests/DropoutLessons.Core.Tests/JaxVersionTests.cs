namespace DropoutLessons.Core.Tests;

/// <summary>Checks which versions compute which bits.</summary>
public sealed class JaxVersionTests
{
    [Theory]
    [InlineData("jaxlib 0.4.38, flax 0.10.2", false, false, false)]
    [InlineData("jax==0.5.0 flax==0.11.0", true, false, true)]
    [InlineData("jaxlib 0.6.2, flax 0.10.7", true, false, false)]
    [InlineData("jaxlib 0.10.0, flax 0.12.7", true, false, true)]
    [InlineData("jaxlib 0.10.1", true, true, true)]
    [InlineData("jaxlib 0.12.0.1, flax 0.12.12", true, true, true)]
    public void FromText_finds_the_era_of_versions(string text, bool isPartitionable, bool multiplies, bool forks)
    {
        var version = JaxVersion.FromText(text);

        Assert.Equal((isPartitionable, multiplies, forks), (version.IsPartitionable, version.MultipliesWhenEager, version.DropoutForks));
    }

    [Theory]
    [InlineData("numpy 2.0")]
    [InlineData("")]
    public void FromText_says_how_to_write_a_version_where_there_is_none(string text) =>
        Assert.Contains("Write, for instance", Assert.Throws<FormatException>(() => JaxVersion.FromText(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_version_that_is_not_numbers_is_named() =>
        Assert.StartsWith("\"new\" is not a version", Assert.Throws<FormatException>(() => JaxVersion.Of("new", "0.12.7")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_formula_divides_and_the_newest_multiplies()
    {
        Assert.False(JaxVersion.Formula.MultipliesByReciprocal(100));
        Assert.True(JaxVersion.Newest.MultipliesByReciprocal(100));
        Assert.True(JaxVersion.Formula.Jitted().MultipliesByReciprocal(1));
    }
}
