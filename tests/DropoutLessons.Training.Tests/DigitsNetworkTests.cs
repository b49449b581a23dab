namespace DropoutLessons.Core.Tests.Training;

/// <summary>Checks that the network learns, tells how far it is, and can be stopped.</summary>
public sealed class DigitsNetworkTests
{
    [Fact]
    public void Training_reduces_the_loss_and_reports_each_point_of_the_curve()
    {
        var reported = new Reported();

        var result = DigitsNetwork.Train(new() { Rate = 0.3, Seed = 0, Steps = 12 }, reported, TestContext.Current.CancellationToken);

        Assert.Equal(result.Curve, reported.Points);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12], result.Curve.Select(point => point.Step));
        Assert.True(result.Curve[^1].TestLoss < 0.9 * result.Curve[0].TestLoss);
    }

    [Fact]
    public void Equal_options_give_equal_runs()
    {
        var options = new TrainingOptions { Rate = 0.5, Seed = 1, Steps = 3 };

        Assert.Equal(Run(options), Run(options));
    }

    [Fact]
    public void A_cancelled_run_ends_at_its_next_step() =>
        Assert.Throws<OperationCanceledException>(() => DigitsNetwork.Train(new() { Steps = 500 }, cancellation: new CancellationToken(canceled: true)));

    [Fact]
    public void A_run_has_at_least_one_step() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(new() { Steps = 0 }));

    private static IReadOnlyList<TrainingPoint> Run(TrainingOptions options) => DigitsNetwork.Train(options, progress: null, TestContext.Current.CancellationToken).Curve;

    // Progress<T> reports from another thread; what is checked here is the order.
    private sealed class Reported : IProgress<TrainingPoint>
    {
        public List<TrainingPoint> Points { get; } = [];

        public void Report(TrainingPoint value) => Points.Add(value);
    }
}
