using DropoutLessons.Benchmarks.SideBySide;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;
using Microsoft.ML.OnnxRuntime;

namespace DropoutLessons.Benchmarks.Others;

/// <summary>Lists what a user would pick instead, each on one thread and into memory that is there already.</summary>
internal static class OtherLibraries
{
    public const string Onnx = "ONNX Runtime";
    public const string SeededLoop = "loop, Random(42)";
    public const string XoshiroLoop = "loop, Random()";
    public const string MathNetMap = "MathNet";

    /// <summary>Makes the contenders over the same input and output.</summary>
    public static IEnumerable<Contender> Of(float[] x, float[] y, double rate)
    {
        float keepProb = (float)(1.0 - rate);
        yield return new(SeededLoop, Loop(x, y, keepProb, new Random(42)));
        yield return new(XoshiroLoop, Loop(x, y, keepProb, new Random()));
        yield return MathNet(x, y, keepProb);
        yield return OnnxRuntime(x, y, (float)rate);
    }

    private static Action Loop(float[] x, float[] y, float keepProb, Random random) => () =>
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = random.NextDouble() < keepProb ? x[i] / keepProb : 0f;
    };

    private static Contender MathNet(float[] x, float[] y, float keepProb)
    {
        // On one thread: Map shares work among threads, and this generator is not made for them.
        Control.UseSingleThread();
        var random = new MersenneTwister(42, threadSafe: false);
        Vector<float> from = Vector<float>.Build.Dense(x), to = Vector<float>.Build.Dense(y);
        return new(MathNetMap, () => from.Map(value => random.NextDouble() < keepProb ? value / keepProb : 0f, to));
    }

    private static Contender OnnxRuntime(float[] x, float[] y, float rate)
    {
        var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        var session = new InferenceSession(OnnxModel.Dropout(rate, x.Length, seed: 42), options);
        long[] shape = [x.Length];
        OrtValue from = OrtValue.CreateTensorValueFromMemory(x, shape), to = OrtValue.CreateTensorValueFromMemory(y, shape);
        var run = new RunOptions();
        string[] inputs = ["x"], outputs = ["y"];
        OrtValue[] fromValues = [from], toValues = [to];
        return new(Onnx, () => session.Run(run, inputs, fromValues, outputs, toValues));
    }
}
