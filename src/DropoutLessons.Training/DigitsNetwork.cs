namespace DropoutLessons;

/// <summary>Is a network that learns the digits: linear 64 to 128, relu, dropout, linear 128 to 10.</summary>
/// <remarks>
/// Trained by plain gradient descent on the mean softmax cross-entropy. Deterministic: equal options give equal results, however wide a machine's registers are. It agrees with
/// the JAX run of the same options up to the order of float32 sums. Matrices lie in memory as in JAX, an example a row.
/// </remarks>
public sealed class DigitsNetwork
{
    private const int Hidden = 128;

    private readonly List<TrainingPoint> _curve = [];
    private readonly TrainingOptions _options;
    private readonly TrainingDropout _dropout;
    private readonly float[] _kernel1;
    private readonly float[] _kernel2;
    private readonly float[] _bias1 = new float[Hidden];
    private readonly float[] _bias2 = new float[Digits.ClassCount];

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
        (InitialKernel1, InitialKernel2) = ([.. _kernel1], [.. _kernel2]);
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

    private float[] Logits(float[] pixels, bool isTraining = false)
    {
        float[] hidden = Relu(pixels);
        if (isTraining)
            _dropout.Forward(hidden);
        return Linear(hidden, _kernel2, _bias2);
    }

    // Returns the logits before the step, made with dropout.
    private float[] Step(Digits digits)
    {
        float[] hidden = Relu(digits.Pixels);
        float[] active = [.. hidden];
        _dropout.Forward(hidden);
        float[] logits = Linear(hidden, _kernel2, _bias2);

        float[] toLogits = SoftmaxLoss.Gradient(logits, digits.Labels);
        float[] toHidden = new float[hidden.Length];
        RowMajor.AddProduct(toLogits, RowMajor.Transpose(_kernel2, Digits.ClassCount), toHidden, Digits.ClassCount);
        // The mask of the forward pass is the mask of the backward pass.
        _dropout.Backward(toHidden);
        for (int i = 0; i < toHidden.Length; i++)
            toHidden[i] = active[i] > 0 ? toHidden[i] : 0f;

        Descend(_kernel2, _bias2, hidden, toLogits);
        Descend(_kernel1, _bias1, digits.Pixels, toHidden);
        return logits;
    }

    private void Descend(float[] kernel, float[] bias, float[] x, float[] gradient)
    {
        float[] toKernel = new float[kernel.Length], toBias = new float[bias.Length];
        RowMajor.AddTransposedProduct(x, gradient, toKernel, kernel.Length / bias.Length);
        RowMajor.AddRows(gradient, toBias);
        RowMajor.AddScaled(-(float)_options.LearningRate, toKernel, kernel);
        RowMajor.AddScaled(-(float)_options.LearningRate, toBias, bias);
    }

    private float[] Relu(float[] x)
    {
        float[] hidden = Linear(x, _kernel1, _bias1);
        for (int i = 0; i < hidden.Length; i++)
            hidden[i] = hidden[i] > 0 ? hidden[i] : 0f;
        return hidden;
    }

    private static float[] Linear(float[] x, float[] kernel, float[] bias)
    {
        int inputs = kernel.Length / bias.Length;
        var y = new float[x.Length / inputs * bias.Length];
        RowMajor.AddProduct(x, kernel, y, inputs);
        for (int i = 0; i < y.Length; i += bias.Length)
            RowMajor.AddScaled(1, bias, y.AsSpan(i, bias.Length));
        return y;
    }
}
