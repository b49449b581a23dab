using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Single;

namespace DropoutLessons;

/// <summary>Is a network that learns the digits: linear 64 to 128, relu, dropout, linear 128 to 10.</summary>
/// <remarks>
/// Trained by plain gradient descent on the mean softmax cross-entropy. Deterministic: equal options give equal results. It agrees with the JAX run of the same options up to the
/// order of float32 sums. MathNet lays a matrix out column by column and JAX row by row, so every matrix here is the transpose of JAX's, in the very same memory: an example is a
/// column, and a mask drawn row by row falls where it falls in JAX.
/// </remarks>
public sealed class DigitsNetwork
{
    private const int Hidden = 128;

    private readonly List<TrainingPoint> _curve = [];
    private readonly TrainingOptions _options;
    private readonly TrainingDropout _dropout;
    private readonly DenseMatrix _kernel1;
    private readonly DenseMatrix _kernel2;
    private readonly DenseVector _bias1 = new(Hidden);
    private readonly DenseVector _bias2 = new(Digits.ClassCount);

    private DigitsNetwork(TrainingOptions options)
    {
        // One Rngs in the order of the layers: each linear layer draws a key for its kernel and one for its bias, which starts at zero.
        var rngs = new Rngs(options.Seed);
        _options = options;
        _kernel1 = new(Hidden, Digits.PixelCount, LecunNormal.Draw(rngs.Params(), Digits.PixelCount, Hidden, options.Version));
        rngs.Params();
        PrngKey? fixedKey = options.Fault == TrainingFault.SameMask ? rngs.Dropout() : null;
        _kernel2 = new(Digits.ClassCount, Hidden, LecunNormal.Draw(rngs.Params(), Hidden, Digits.ClassCount, options.Version));
        rngs.Params();
        _dropout = new(options, rngs, fixedKey);
        (InitialKernel1, InitialKernel2) = ([.. _kernel1.Values], [.. _kernel2.Values]);
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
        for (int step = 1; step <= options.Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            float[] logits = network.Step(Digits.Training);
            if (step > 10 && step % 50 != 0 && step != options.Steps)
                continue;
            float[] test = network.Logits(Digits.Test.Pixels);
            network._curve.Add(new(step, SoftmaxLoss.Mean(logits, Digits.Training.Labels), SoftmaxLoss.Mean(test, Digits.Test.Labels), SoftmaxLoss.Accuracy(test, Digits.Test.Labels)));
            progress?.Report(network._curve[^1]);
        }
        network.TrainAccuracy = SoftmaxLoss.Accuracy(network.Logits(Digits.Training.Pixels), Digits.Training.Labels);
        network.TestAccuracyWithDropout = SoftmaxLoss.Accuracy(network.Logits(Digits.Test.Pixels, isTraining: true), Digits.Test.Labels);
        return network;
    }

    /// <summary>Computes how likely the network takes an image for each of the ten digits.</summary>
    /// <param name="pixels">brightness in [0, 1] of 8 x 8 pixels, row-major</param>
    /// <param name="deterministic">true at evaluation; false leaves dropout on, with the fault the network was trained with, if any</param>
    /// <returns>ten probabilities, whose sum is 1 up to rounding</returns>
    /// <exception cref="ArgumentException">There are not 64 pixels.</exception>
    /// <remarks>A call with dropout on draws the next key of the Rngs that trained the network, unless the rate is 0 or one mask serves all calls.</remarks>
    public float[] Predict(float[] pixels, bool deterministic)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        if (pixels.Length != Digits.PixelCount)
            throw new ArgumentException($"The image has {pixels.Length} pixels; the network reads {Digits.PixelCount}, 8 rows of 8.", nameof(pixels));
        return SoftmaxLoss.Softmax(Logits(pixels, isTraining: !deterministic));
    }

    private static DenseMatrix Columns(float[] pixels) => new(Digits.PixelCount, pixels.Length / Digits.PixelCount, pixels);

    private float[] Logits(float[] pixels, bool isTraining = false)
    {
        var hidden = Relu(Columns(pixels));
        if (isTraining)
            _dropout.Forward(hidden.Values);
        return Linear(_kernel2, _bias2, hidden).Values;
    }

    // Returns the logits before the step, made with dropout.
    private float[] Step(Digits digits)
    {
        var pixels = Columns(digits.Pixels);
        var hidden = Relu(pixels);
        bool[] isActive = Array.ConvertAll(hidden.Values, value => value > 0);
        _dropout.Forward(hidden.Values);
        float[] logits = Linear(_kernel2, _bias2, hidden).Values;

        var toLogits = new DenseMatrix(Digits.ClassCount, digits.Count, SoftmaxLoss.Gradient(logits, digits.Labels));
        var toHidden = (DenseMatrix)_kernel2.TransposeThisAndMultiply(toLogits);
        // The mask of the forward pass is the mask of the backward pass.
        _dropout.Backward(toHidden.Values);
        for (int i = 0; i < isActive.Length; i++)
            toHidden.Values[i] = isActive[i] ? toHidden.Values[i] : 0f;

        Descend(_kernel2, _bias2, hidden, toLogits);
        Descend(_kernel1, _bias1, pixels, toHidden);
        return logits;
    }

    private void Descend(DenseMatrix kernel, DenseVector bias, DenseMatrix x, DenseMatrix gradient)
    {
        float rate = (float)_options.LearningRate;
        kernel.Subtract(gradient.TransposeAndMultiply(x).Multiply(rate), kernel);
        bias.Subtract(gradient.RowSums().Multiply(rate), bias);
    }

    private DenseMatrix Relu(DenseMatrix x)
    {
        var hidden = Linear(_kernel1, _bias1, x);
        hidden.MapInplace(value => value > 0 ? value : 0f);
        return hidden;
    }

    private static DenseMatrix Linear(DenseMatrix kernel, DenseVector bias, DenseMatrix x)
    {
        var y = (DenseMatrix)kernel.Multiply(x);
        y.MapIndexedInplace((unit, _, value) => value + bias[unit], Zeros.Include);
        return y;
    }
}
