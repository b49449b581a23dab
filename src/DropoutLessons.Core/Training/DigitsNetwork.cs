using MathNet.Numerics.LinearAlgebra;

namespace DropoutLessons;

/// <summary>Is a network that learns the digits: linear 64 to 128, relu, dropout, linear 128 to 10.</summary>
/// <remarks>
/// Trained by plain gradient descent on the mean softmax cross-entropy. Deterministic: equal options give equal results. It agrees with the JAX run of
/// the same options up to the order of float32 sums.
/// </remarks>
public sealed class DigitsNetwork
{
    private const int Hidden = 128;

    private readonly List<TrainingPoint> _curve = [];
    private readonly TrainingOptions _options;
    private readonly TrainingDropout _dropout;
    private readonly Matrix<float> _kernel1;
    private readonly Matrix<float> _kernel2;
    private readonly Vector<float> _bias1 = Vector<float>.Build.Dense(Hidden);
    private readonly Vector<float> _bias2 = Vector<float>.Build.Dense(Digits.ClassCount);

    private DigitsNetwork(TrainingOptions options)
    {
        // One Rngs in the order of the layers: each linear layer draws a key for its kernel and one for its bias, which starts at zero.
        var rngs = new Rngs(options.Seed);
        _options = options;
        _kernel1 = LecunNormal.Draw(rngs.Params(), Digits.PixelCount, Hidden, options.Version);
        rngs.Params();
        PrngKey? fixedKey = options.Fault == TrainingFault.SameMask ? rngs.Dropout() : null;
        _kernel2 = LecunNormal.Draw(rngs.Params(), Hidden, Digits.ClassCount, options.Version);
        rngs.Params();
        _dropout = new(options, rngs, fixedKey);
        (InitialKernel1, InitialKernel2) = (_kernel1.ToRowMajorArray(), _kernel2.ToRowMajorArray());
    }

    /// <summary>How good it was after steps 1 to 10, every fiftieth, and the last.</summary>
    public IReadOnlyList<TrainingPoint> Curve => _curve;

    /// <summary>Fraction of the training set that agrees with its labels, the wrong ones included.</summary>
    public double TrainAccuracy { get; private set; }

    /// <summary>Fraction of the test set recognised when dropout is left on at evaluation.</summary>
    public double TestAccuracyWithDropout { get; private set; }

    /// <summary>Weights the first layer started from, shape (64, 128), row-major.</summary>
    public IReadOnlyList<float> InitialKernel1 { get; }

    /// <summary>Weights the second layer started from, shape (128, 10), row-major.</summary>
    public IReadOnlyList<float> InitialKernel2 { get; }

    /// <summary>Trains a network from scratch.</summary>
    /// <param name="options">rate, seed, fault, steps</param>
    /// <param name="progress">told each point of the curve, or null</param>
    /// <param name="cancellation">ends the training</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of steps is below 1.</exception>
    public static DigitsNetwork Train(TrainingOptions options, IProgress<TrainingPoint>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Steps, 1);
        var network = new DigitsNetwork(options);
        var pixels = Pixels(Digits.Training);
        for (int step = 1; step <= options.Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            double loss = network.Step(pixels, Digits.Training.Labels);
            if (step > 10 && step % 50 != 0 && step != options.Steps)
                continue;
            var test = network.Logits(Pixels(Digits.Test));
            network._curve.Add(new(step, loss, SoftmaxLoss.Mean(test, Digits.Test.Labels), SoftmaxLoss.Accuracy(test, Digits.Test.Labels)));
            progress?.Report(network._curve[^1]);
        }
        network.TrainAccuracy = SoftmaxLoss.Accuracy(network.Logits(pixels), Digits.Training.Labels);
        network.TestAccuracyWithDropout = SoftmaxLoss.Accuracy(network.Logits(Pixels(Digits.Test), isTraining: true), Digits.Test.Labels);
        return network;
    }

    private static Matrix<float> Pixels(Digits digits) => Matrix<float>.Build.DenseOfRowMajor(digits.Count, Digits.PixelCount, digits.Pixels);

    private Matrix<float> Logits(Matrix<float> x, bool isTraining = false)
    {
        var hidden = Relu(x);
        if (isTraining && Factors(hidden) is { } factors)
            hidden = hidden.PointwiseMultiply(factors);
        return AddToRows(hidden * _kernel2, _bias2);
    }

    private double Step(Matrix<float> x, IReadOnlyList<int> labels)
    {
        var active = Relu(x);
        var factors = Factors(active);
        var hidden = factors is null ? active : active.PointwiseMultiply(factors);
        var logits = AddToRows(hidden * _kernel2, _bias2);

        var toLogits = SoftmaxLoss.Gradient(logits, labels);
        var toHidden = toLogits.TransposeAndMultiply(_kernel2);
        // The mask of the forward pass is the mask of the backward pass.
        if (factors is not null)
            toHidden.PointwiseMultiply(factors, toHidden);
        toHidden.MapIndexedInplace((row, column, gradient) => active[row, column] > 0 ? gradient : 0f);

        float rate = (float)_options.LearningRate;
        _kernel2.Subtract(hidden.TransposeThisAndMultiply(toLogits).Multiply(rate), _kernel2);
        _bias2.Subtract(toLogits.ColumnSums().Multiply(rate), _bias2);
        _kernel1.Subtract(x.TransposeThisAndMultiply(toHidden).Multiply(rate), _kernel1);
        _bias1.Subtract(toHidden.ColumnSums().Multiply(rate), _bias1);
        return SoftmaxLoss.Mean(logits, labels);
    }

    private Matrix<float> Relu(Matrix<float> x)
    {
        var hidden = AddToRows(x * _kernel1, _bias1);
        hidden.MapInplace(value => value > 0 ? value : 0f);
        return hidden;
    }

    // MathNet stores columns one after the other, JAX draws masks row by row.
    private Matrix<float>? Factors(Matrix<float> hidden) =>
        _dropout.Factors(hidden.RowCount, hidden.ColumnCount) is { } factors ? Matrix<float>.Build.DenseOfRowMajor(hidden.RowCount, hidden.ColumnCount, factors) : null;

    private static Matrix<float> AddToRows(Matrix<float> matrix, Vector<float> bias)
    {
        matrix.MapIndexedInplace((_, column, value) => value + bias[column], Zeros.Include);
        return matrix;
    }
}
