namespace DropoutLessons;

/// <summary>Says how the digits network is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>Fraction of hidden activations dropped on average.</summary>
    public double Rate { get; init; } = 0.5;

    /// <summary>Seed of the one Rngs that parameters and dropout share.</summary>
    public long Seed { get; init; }

    /// <summary>What is wrong with the dropout, if anything.</summary>
    public TrainingFault Fault { get; init; }

    /// <summary>Steps of full-batch gradient descent, at least 1.</summary>
    public int Steps { get; init; } = 500;

    /// <summary>Factor of the gradient in each step.</summary>
    public double LearningRate { get; init; } = 0.3;

    /// <summary>Era whose random bits are used; training steps run as under jit.</summary>
    public JaxVersion Version { get; init; } = JaxVersion.Newest;
}

/// <summary>Holds how good the network is after a step.</summary>
/// <param name="Step">steps done</param>
/// <param name="TrainLoss">mean cross-entropy of that step, with dropout, on the training set</param>
/// <param name="TestLoss">mean cross-entropy afterwards, without dropout, on the test set</param>
/// <param name="TestAccuracy">fraction of the test set that is recognised, in [0, 1]</param>
public sealed record TrainingPoint(int Step, double TrainLoss, double TestLoss, double TestAccuracy);
