using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Single;

namespace DropoutLessons;

/// <summary>Is a network that learns the digits: linear 64 to 128, relu, dropout, linear 128 to 10.</summary>
/// <remarks>
/// Trained by plain gradient descent on the mean softmax cross-entropy. Deterministic: equal options give equal results. It agrees with the JAX run of
/// the same options up to the order of float32 sums. MathNet stores a matrix column after column and JAX draws masks row by row, an example a row: so
/// every matrix here is the transpose of JAX's, an example a column, and its memory is JAX's without a copy.
/// </remarks>
public sealed class DigitsNetwork
{
    private const int Hidden = 128;

    private readonly List<TrainingPoint> _curve = [];
    private readonly TrainingOptions _options;
    private readonly TrainingDropout _dropout;
    private readonly DenseMatrix _kernel1;
    private readonly DenseMatrix _kernel2;
    private readonly Vector<float> _bias1 = Vector<float>.Build.Dense(Hidden);
    private readonly Vector<float> _bias2 = Vector<float>.Build.Dense(Digits.ClassCount);

    private DigitsNetwork(TrainingOptions options)
    {
        // One Rngs in the order of the layers: each linear layer draws a key for its kernel and one for its bias, which starts at zero.
        var rngs = new Rngs(options.Seed);
        _options = options;
        float[] kernel1 = LecunNormal.Draw(rngs.Params(), Digits.PixelCount, Hidden, options.Version);
        rngs.Params();
        PrngKey? fixedKey = options.Fault == TrainingFault.SameMask ? rngs.Dropout() : null;
        float[] kernel2 = LecunNormal.Draw(rngs.Params(), Hidden, Digits.ClassCount, options.Version);
        rngs.Params();
        _dropout = new(options, rngs, fixedKey);
        (InitialKernel1, InitialKernel2) = ([.. kernel1], [.. kernel2]);
        (_kernel1, _kernel2) = (new(Hidden, Digits.PixelCount, kernel1), new(Digits.ClassCount, Hidden, kernel2));
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

    private static DenseMatrix Pixels(Digits digits) => new(Digits.PixelCount, digits.Count, digits.Pixels);

    private Matrix<float> Logits(DenseMatrix x, bool isTraining = false)
    {
        var hidden = Relu(x);
        if (isTraining)
            _dropout.Forward(hidden.Values);
        return AddToColumns(_kernel2 * hidden, _bias2);
    }

    private double Step(DenseMatrix x, IReadOnlyList<int> labels)
    {
        var hidden = Relu(x);
        bool[] isActive = Array.ConvertAll(hidden.Values, value => value > 0);
        _dropout.Forward(hidden.Values);
        var logits = AddToColumns(_kernel2 * hidden, _bias2);

        var toLogits = SoftmaxLoss.Gradient(logits, labels);
        var toHidden = (DenseMatrix)_kernel2.TransposeThisAndMultiply(toLogits);
        // The mask of the forward pass is the mask of the backward pass.
        _dropout.Backward(toHidden.Values);
        for (int i = 0; i < isActive.Length; i++)
            toHidden.Values[i] = isActive[i] ? toHidden.Values[i] : 0f;

        float rate = (float)_options.LearningRate;
        _kernel2.Subtract(toLogits.TransposeAndMultiply(hidden).Multiply(rate), _kernel2);
        _bias2.Subtract(toLogits.RowSums().Multiply(rate), _bias2);
        _kernel1.Subtract(toHidden.TransposeAndMultiply(x).Multiply(rate), _kernel1);
        _bias1.Subtract(toHidden.RowSums().Multiply(rate), _bias1);
        return SoftmaxLoss.Mean(logits, labels);
    }

    private DenseMatrix Relu(DenseMatrix x)
    {
        var hidden = AddToColumns(_kernel1 * x, _bias1);
        hidden.MapInplace(value => value > 0 ? value : 0f);
        return hidden;
    }

    private static DenseMatrix AddToColumns(DenseMatrix matrix, Vector<float> bias)
    {
        matrix.MapIndexedInplace((row, _, value) => value + bias[row], Zeros.Include);
        return matrix;
    }
}
