namespace DropoutLessons.Simd;

/// <summary>Takes random words as they are made, a register at a time, and does with them what a call is about.</summary>
/// <remarks>So the words never lie in memory: making an array of them first would cost as much again for arrays beyond the cache.</remarks>
internal interface IWordSink
{
    /// <summary>Takes the words of the elements from <paramref name="index"/> on.</summary>
    /// <remarks>Each element comes once, those of one thread in rising order.</remarks>
    void Take<TWidth, V>(V words, int index)
        where TWidth : struct, ISimd<V>
        where V : unmanaged;
}
