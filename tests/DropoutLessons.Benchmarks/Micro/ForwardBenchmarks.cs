using BenchmarkDotNet.Attributes;
using DropoutLessons.Benchmarks.SideBySide;

namespace DropoutLessons.Benchmarks.Micro;

/// <summary>Measures the forward and backward pass, one at a time.</summary>
[InProcess]
[MemoryDiagnoser]
public class ForwardBenchmarks
{
    private static readonly PrngKey s_key = PrngKey.FromSeed(2026).FoldIn(1);

    private float[] _x = [];
    private float[] _y = [];
    private byte[] _mask = [];

    [Params(1_000, 100_000, 1_000_000)]
    public int Count { get; set; }

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void SetUp() => (_x, _y, _mask) = (SideBySideCommand.Input(Count), new float[Count], new byte[(Count + 7) / 8]);

    [Benchmark(Baseline = true)]
    public void Copy() => _x.AsSpan().CopyTo(_y);

    [Benchmark]
    public void Forward() => InvertedDropout.Forward(s_key, _x, Ours.Rate, JaxVersion.Formula, _y, Threads);

    [Benchmark]
    public void ForwardWithMask() => InvertedDropout.Forward(s_key, _x, Ours.Rate, JaxVersion.Formula, _y, _mask, Threads);

    [Benchmark]
    public void Backward() => InvertedDropout.Backward(_x, _mask, Ours.Rate, JaxVersion.Formula, _y, Threads);
}
