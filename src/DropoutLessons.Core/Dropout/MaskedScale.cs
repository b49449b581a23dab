using System.Runtime.CompilerServices;
using DropoutLessons.Simd;

namespace DropoutLessons;

/// <summary>Drops by a packed mask and scales: the backward pass, and a forward pass whose mask is there already.</summary>
/// <remarks>
/// Selects before it scales, as JAX does backward: at a <c>keep_prob</c> of 0 a dropped element becomes 0 / 0. With memory as slow as it is, this runs as
/// fast as copying.
/// </remarks>
/// <param name="x">activations or gradient</param>
/// <param name="mask">packed mask; null keeps everything</param>
/// <param name="scale">the scale step</param>
/// <param name="destination">receives the result; may be <paramref name="x"/></param>
/// <param name="count">number of elements</param>
/// <param name="threads">most threads to use; 0 for as many as pay</param>
internal unsafe readonly struct MaskedScale(float* x, byte* mask, ScaleStep scale, float* destination, int count, int threads = 1) : IVectorTask
{
    public void Run<TWidth, V>()
        where TWidth : struct, ISimd<V>
        where V : unmanaged => Workers<Range<TWidth, V>>.Run(new(x, mask, scale, destination), count, threads);

    private readonly struct Range<TWidth, V>(float* x, byte* mask, ScaleStep scale, float* destination) : IRange
        where TWidth : struct, ISimd<V>
        where V : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        public void Run(int first, int last)
        {
            // A copy, because the compiler reads fields of this again after every store through a pointer.
            var range = this;
            int i = first;
            for (; i <= last - TWidth.Count; i += TWidth.Count)
                range.Step<TWidth, V>(i);
            for (; i < last; i++)
                range.Step<Width32, uint>(i);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Step<TStep, W>(int i)
            where TStep : struct, ISimd<W>
            where W : unmanaged
        {
            W value = TStep.Load(x + i);
            if (mask is not null)
                value = TStep.KeepWhere(TStep.LoadBits(mask, i), value);
            value = scale.Of<TStep, W>(TStep.FlushSubnormals(value));
            TStep.Store(scale.MakesSubnormals ? TStep.FlushSubnormals(value) : value, destination + i);
        }
    }
}
