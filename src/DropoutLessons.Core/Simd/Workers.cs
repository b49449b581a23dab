namespace DropoutLessons.Simd;

/// <summary>Is work on the elements of an array, of which any part can be done by any thread.</summary>
internal interface IRange
{
    /// <summary>Parts begin at multiples of this, so that no two threads write one byte of a packed mask.</summary>
    const int Alignment = 64;

    /// <summary>Does the elements from <paramref name="first"/> to before <paramref name="last"/>.</summary>
    /// <param name="first">a multiple of <see cref="Alignment"/></param>
    /// <param name="last">a multiple of <see cref="Alignment"/>, or the end</param>
    void Run(int first, int last);

    /// <summary>The next multiple of <see cref="Alignment"/>, or the largest one there is.</summary>
    static int AlignedUp(int index) => (int)Math.Min(((long)index + Alignment - 1) & -Alignment, int.MaxValue & -Alignment);
}

/// <summary>Shares work among the threads of the pool, the caller's among them.</summary>
/// <remarks>
/// Results do not depend on the number of threads. Nothing is allocated once the first call of a kind is over, and a pool that is busy elsewhere only
/// means that the caller does more of the work itself.
/// </remarks>
internal sealed class Workers<TRange> : IThreadPoolWorkItem
    where TRange : struct, IRange
{
    private const int LongestPart = 65_536;

    private static Workers<TRange>? s_spare;

    private TRange _range;
    private int _count;
    private int _partLength;
    private int _nextPart;
    private int _partsLeft;
    private int _inside;

    /// <summary>Does all of <paramref name="range"/>.</summary>
    /// <param name="range">the work</param>
    /// <param name="count">number of elements</param>
    /// <param name="threads">most threads to use, at least 0; 0 for one per processor where the array is long enough</param>
    public static void Run(in TRange range, int count, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        int most = threads > 0 ? threads : Environment.ProcessorCount;
        most = Math.Min(most, threads > 0 ? Math.Max(count / IRange.Alignment, 1) : count / Parallelism.LeastElementsPerThread);
        if (most <= 1)
        {
            range.Run(0, count);
            return;
        }
        var workers = Interlocked.Exchange(ref s_spare, null) ?? new();
        workers.Start(range, count, most);
    }

    void IThreadPoolWorkItem.Execute()
    {
        DoParts();
        Leave();
    }

    private void Start(in TRange range, int count, int threads)
    {
        // Four parts a thread at least: one that is held up leaves its share to the others. A long part would be waited for long at the end.
        _partLength = IRange.AlignedUp(Math.Clamp(count / (4 * threads), 1, LongestPart));
        (_range, _count, _nextPart, _inside) = (range, count, 0, threads);
        _partsLeft = (int)(((long)count + _partLength - 1) / _partLength);
        for (int i = 1; i < threads; i++)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        DoParts();
        for (var wait = new SpinWait(); Volatile.Read(ref _partsLeft) > 0;)
            wait.SpinOnce(sleep1Threshold: -1);
        Leave();
    }

    private void DoParts()
    {
        for (long first = NextStart(); first < _count; first = NextStart())
        {
            _range.Run((int)first, (int)Math.Min(first + _partLength, _count));
            Interlocked.Decrement(ref _partsLeft);
        }
    }

    private long NextStart() => (Interlocked.Increment(ref _nextPart) - 1L) * _partLength;

    // A thread of the pool may come when all is done: only the last to leave hands the object on.
    private void Leave()
    {
        if (Interlocked.Decrement(ref _inside) == 0)
            Volatile.Write(ref s_spare, this);
    }
}

/// <summary>Says from when on threads pay.</summary>
internal static class Parallelism
{
    /// <summary>Elements below which a further thread costs more than it saves, found by measurement.</summary>
    public const int LeastElementsPerThread = 16_384;
}
