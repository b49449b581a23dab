using BenchmarkDotNet.Attributes;
using DropoutLessons.Benchmarks.SideBySide;

namespace DropoutLessons.Benchmarks.Micro;

/// <summary>Measures draws and the layers a notebook calls.</summary>
[InProcess]
[MemoryDiagnoser]
public class DrawBenchmarks
{
    private static readonly PrngKey s_key = PrngKey.FromSeed(2026);

    private readonly MyDropout _layer = new(Ours.Rate, new Rngs(0));
    private readonly NnxDropout _channels = new(Ours.Rate, new Rngs(0), broadcastDims: [0, 1]);
    private float[] _x = [];
    private bool[] _coins = [];

    [Params(1_000, 100_000)]
    public int Count { get; set; }

    [GlobalSetup]
    public void SetUp() => (_x, _coins) = (SideBySideCommand.Input(Count), new bool[Count]);

    [Benchmark]
    public void Bernoulli() => s_key.Bernoulli(0.7, _coins);

    [Benchmark]
    public void Uniform() => s_key.Uniform(_x);

    [Benchmark]
    public PrngKey FoldIn() => s_key.FoldIn(Count);

    [Benchmark]
    public float[] MyDropoutForward() => _layer.Forward(_x, deterministic: false);

    [Benchmark]
    public float[] NnxDropoutByChannel() => _channels.Forward(_x, shape: [Count / 100, 10, 10]);
}
