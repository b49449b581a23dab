using MathNet.Numerics.Distributions;

namespace DropoutLessons.Core.Tests.Random;

/// <summary>Checks that the coins are fair at their rate and the uniforms evenly spread, for fixed keys.</summary>
/// <remarks>
/// Keys are fixed, so the tests never flicker. Each band would be left by a true generator with probability 1e-6; with the 7 rates, 2 layouts and 2
/// chi-squared tests here, another choice of keys would raise a false alarm once in about 60,000.
/// </remarks>
public sealed class DistributionTests
{
    private const double FalseAlarm = 1e-6;
    private const int Count = 200_000;

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.1)]
    [InlineData(0.25)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(0.99)]
    public void The_number_kept_lies_in_its_binomial_band(double rate)
    {
        foreach (var version in new[] { JaxVersion.Formula, JaxVersion.FromText("jax 0.4.38") })
        {
            int kept = PrngKey.FromSeed(2026).Bernoulli(1 - rate, Count, version).Count(isKept => isKept);
            double width = -Normal.InvCDF(0, 1, FalseAlarm / 2) * Math.Sqrt(Count * rate * (1 - rate));

            Assert.InRange(kept, (Count * (1 - rate)) - width, (Count * (1 - rate)) + width);
        }
    }

    [Fact]
    public void Uniforms_fill_256_bins_evenly() =>
        Assert.InRange(ChiSquared(PrngKey.FromSeed(11).Uniform(Count).Select(u => (int)(u * 256)), 256), 0, ChiSquaredLimit(255));

    [Fact]
    public void Neighbouring_coins_are_independent()
    {
        bool[] coins = PrngKey.FromSeed(12).Bernoulli(0.5, 2 * Count);

        Assert.InRange(ChiSquared(coins.Chunk(2).Select(pair => (pair[0] ? 2 : 0) + (pair[1] ? 1 : 0)), 4), 0, ChiSquaredLimit(3));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void The_mean_output_over_many_calls_is_the_mean_input(double rate)
    {
        float[] x = [.. Enumerable.Range(0, 1000).Select(i => (i % 7) - 2f)];
        var layer = new MyDropout(rate, new Rngs(5));
        const int Calls = 400;

        double mean = Enumerable.Range(0, Calls).Average(_ => layer.Forward(x, deterministic: false).Average(value => (double)value));

        double spread = Math.Sqrt(x.Sum(value => (double)value * value) * rate / (1 - rate) / Calls) / x.Length;
        Assert.InRange(mean - x.Average(value => (double)value), Normal.InvCDF(0, spread, FalseAlarm / 2), -Normal.InvCDF(0, spread, FalseAlarm / 2));
    }

    private static double ChiSquaredLimit(int freedom) => MathNet.Numerics.Distributions.ChiSquared.InvCDF(freedom, 1 - FalseAlarm);

    private static double ChiSquared(IEnumerable<int> bins, int count)
    {
        int[] seen = new int[count];
        int all = 0;
        foreach (int bin in bins)
        {
            seen[bin]++;
            all++;
        }
        double expected = (double)all / count;
        return seen.Sum(n => (n - expected) * (n - expected) / expected);
    }
}
