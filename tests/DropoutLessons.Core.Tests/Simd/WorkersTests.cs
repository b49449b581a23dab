using DropoutLessons.Simd;

namespace DropoutLessons.Core.Tests.Simd;

/// <summary>Checks that every element is done once, by as many threads as are asked for, and that nothing is allocated for it.</summary>
public sealed class WorkersTests
{
    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 4)]
    [InlineData(63, 2)]
    [InlineData(64, 3)]
    [InlineData(1000, 1)]
    [InlineData(1000, 7)]
    [InlineData(1_000_003, 0)]
    [InlineData(1_000_003, 2)]
    public void Every_element_is_done_once_in_parts_that_begin_at_a_byte_of_a_mask(int count, int threads)
    {
        var seen = new int[count];

        Workers<Counting>.Run(new(seen), count, threads);

        Assert.All(seen, times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task Calls_at_the_same_time_do_not_disturb_each_other()
    {
        var key = PrngKey.FromSeed(1);
        uint[] expected = key.Bits(100_000);

        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() =>
        {
            var words = new uint[expected.Length];
            key.Bits(words, threads: 3);
            return words;
        }, TestContext.Current.CancellationToken)));

        Assert.All(results, words => Assert.True(words.AsSpan().SequenceEqual(expected)));
    }

    [Fact]
    public void A_forward_and_a_backward_pass_allocate_nothing()
    {
        float[] x = [.. Enumerable.Range(0, 10_000).Select(i => (float)i)], y = new float[x.Length];
        var mask = new byte[1250];
        var layer = new MyDropout(0.3, new Rngs(0));
        void Passes()
        {
            layer.Forward(x, deterministic: false, y);
            InvertedDropout.Forward(PrngKey.FromSeed(1), x, 0.3, JaxVersion.Newest, y, mask, threads: 1);
            InvertedDropout.Backward(y, mask, 0.3, JaxVersion.Formula, y, threads: 1);
        }
        Passes();
        long before = GC.GetAllocatedBytesForCurrentThread();

        Passes();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_number_of_threads_below_zero_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PrngKey.FromSeed(0).Uniform(new float[3], threads: -1));

    private readonly struct Counting(int[] seen) : IRange
    {
        public void Run(int first, int last)
        {
            Assert.Equal(0, first % IRange.Alignment);
            for (int i = first; i < last; i++)
                Interlocked.Increment(ref seen[i]);
        }
    }
}
