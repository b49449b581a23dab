using System.Runtime.CompilerServices;

namespace DropoutLessons.Simd;

/// <summary>Makes the random words of an array and hands them to a sink.</summary>
/// <param name="key">key of the draw</param>
/// <param name="isPartitionable">whether a counter belongs to one element alone, as in JAX from 0.5.0 on</param>
/// <param name="count">number of elements</param>
/// <param name="sink">takes the words</param>
/// <param name="threads">most threads to use; 0 for as many as pay</param>
internal readonly struct RandomWords<TSink>(PrngKey key, bool isPartitionable, int count, TSink sink, int threads = 1) : IVectorTask
    where TSink : struct, IWordSink
{
    public void Run<TWidth, V>()
        where TWidth : struct, ISimd<V>
        where V : unmanaged => Workers<Range<TWidth, V>>.Run(new(key, isPartitionable, count, sink), count, threads);

    private readonly struct Range<TWidth, V>(PrngKey key, bool isPartitionable, int count, TSink sink) : IRange
        where TWidth : struct, ISimd<V>
        where V : unmanaged
    {
        public void Run(int first, int last)
        {
            if (isPartitionable)
            {
                // Eight registers at a time need more of them than processors below AVX-512 have.
                int done = TWidth.Count == 16 ? PairsOfBlocks(first, last) : first;
                Blocks<OwnCounters>(done, last, 0, (uint)done);
                return;
            }
            // Counters are paired across the halves of the array. Where the halves meet, and where an odd count leaves a counter alone, words are made one by one.
            int half = (int)(((long)count + 1) / 2);
            int firstHalf = Math.Clamp((half - 1) & -IRange.Alignment, first, last), secondHalf = Math.Clamp(IRange.AlignedUp(half), first, last);
            Blocks<FirstOfPair>(first, firstHalf, (uint)first, (uint)(first + half));
            for (int i = firstHalf; i < secondHalf; i++)
                sink.Take<Width32, uint>(RandomBits.WordAt(key, isPartitionable, i, count), i);
            Blocks<SecondOfPair>(secondHalf, last, (uint)(secondHalf - half), (uint)secondHalf);
        }

        // Returns where it stopped: before the elements that do not fill eight registers.
        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private int PairsOfBlocks(int first, int last)
        {
            var schedule = KeySchedule<V>.Of<TWidth>(key);
            TSink taker = sink;
            V step = TWidth.Broadcast((uint)TWidth.Count), start0 = TWidth.Broadcast(key.Hi), next1 = TWidth.Add(TWidth.Broadcast(unchecked((uint)first + key.Lo)), TWidth.Indices);
            int i = first;
            for (; i <= last - (8 * TWidth.Count); i += 8 * TWidth.Count)
            {
                V a0 = start0, b0 = start0, c0 = start0, d0 = start0, e0 = start0, f0 = start0, g0 = start0, h0 = start0;
                V a1 = next1, b1 = TWidth.Add(a1, step), c1 = TWidth.Add(b1, step), d1 = TWidth.Add(c1, step);
                V e1 = TWidth.Add(d1, step), f1 = TWidth.Add(e1, step), g1 = TWidth.Add(f1, step), h1 = TWidth.Add(g1, step);
                next1 = TWidth.Add(h1, step);
                Threefry2x32.Rounds<TWidth, V>(schedule, ref a0, ref a1, ref b0, ref b1, ref c0, ref c1, ref d0, ref d1, ref e0, ref e1, ref f0, ref f1, ref g0, ref g1, ref h0, ref h1);
                TakeFour<OwnCounters>(taker, a0, a1, b0, b1, c0, c1, d0, d1, i);
                TakeFour<OwnCounters>(taker, e0, e1, f0, f1, g0, g1, h0, h1, i + (4 * TWidth.Count));
            }
            return i;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private void Blocks<TLayout>(int first, int last, uint counter0, uint counter1)
            where TLayout : struct, ICounterLayout
        {
            var schedule = KeySchedule<V>.Of<TWidth>(key);
            // A copy, because the compiler reads fields of this again after every store through a pointer.
            TSink taker = sink;
            V step = TWidth.Broadcast((uint)TWidth.Count);
            V next0 = TWidth.Add(TWidth.Broadcast(unchecked(counter0 + key.Hi)), TLayout.IsPaired ? TWidth.Indices : TWidth.Broadcast(0));
            V next1 = TWidth.Add(TWidth.Broadcast(unchecked(counter1 + key.Lo)), TWidth.Indices);
            int i = first;
            for (; i <= last - (4 * TWidth.Count); i += 4 * TWidth.Count)
            {
                V a0 = next0, b0 = After<TLayout>(a0, step), c0 = After<TLayout>(b0, step), d0 = After<TLayout>(c0, step);
                V a1 = next1, b1 = TWidth.Add(a1, step), c1 = TWidth.Add(b1, step), d1 = TWidth.Add(c1, step);
                (next0, next1) = (After<TLayout>(d0, step), TWidth.Add(d1, step));
                Threefry2x32.Rounds<TWidth, V>(schedule, ref a0, ref a1, ref b0, ref b1, ref c0, ref c1, ref d0, ref d1);
                TakeFour<TLayout>(taker, a0, a1, b0, b1, c0, c1, d0, d1, i);
            }
            if (i < last)
                Rest<TLayout>(i, last, TLayout.IsPaired ? counter0 + (uint)(i - first) : counter0, counter1 + (uint)(i - first));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void TakeFour<TLayout>(TSink taker, V a0, V a1, V b0, V b1, V c0, V c1, V d0, V d1, int i)
            where TLayout : struct, ICounterLayout
        {
            taker.Take<TWidth, V>(TLayout.Word<TWidth, V>(a0, a1), i);
            taker.Take<TWidth, V>(TLayout.Word<TWidth, V>(b0, b1), i + TWidth.Count);
            taker.Take<TWidth, V>(TLayout.Word<TWidth, V>(c0, c1), i + (2 * TWidth.Count));
            taker.Take<TWidth, V>(TLayout.Word<TWidth, V>(d0, d1), i + (3 * TWidth.Count));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static V After<TLayout>(V counter, V step)
            where TLayout : struct, ICounterLayout => TLayout.IsPaired ? TWidth.Add(counter, step) : counter;

        // The last elements come one by one: a register would reach beyond the end of the caller's memory. Their words are made like all others.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private unsafe void Rest<TLayout>(int first, int last, uint counter0, uint counter1)
            where TLayout : struct, ICounterLayout
        {
            uint* words = stackalloc uint[IRange.Alignment];
            new RandomWords<WordsSink>.Range<TWidth, V>(key, isPartitionable, count, new(words)).Blocks<TLayout>(0, 4 * TWidth.Count, counter0, counter1);
            for (int i = first; i < last; i++)
                sink.Take<Width32, uint>(words[i - first], i);
        }
    }
}
