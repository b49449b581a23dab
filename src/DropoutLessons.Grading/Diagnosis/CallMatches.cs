using System.Numerics;

namespace DropoutLessons.Grading;

/// <summary>Knows, for one call and what an answer gave for it, which choices of a step fit which elements: one bit for each element.</summary>
internal sealed class CallMatches
{
    private readonly DropoutCall _call;
    private readonly float[] _output;
    private readonly ulong _all, _keptAtAll, _droppedAtAll;
    private readonly ulong?[] _kept = new ulong?[ScaleChoices.All.Length];
    private readonly ulong?[,] _dropped = new ulong?[DropChoices.All.Length, ScaleChoices.All.Length];

    public CallMatches(DropoutCall call, float[] output)
    {
        (_call, _output) = (call, output);
        _all = call.X.Length == DropoutCall.LongestX ? ulong.MaxValue : (1ul << call.X.Length) - 1;
        // What no scale and no drop gives; enough to rule nearly every wrong mask out before any is tried.
        _keptAtAll = Where((x, y) => y != 0 || x == 0 || call.Rate is <= 0 or >= 1);
        _droppedAtAll = Where((x, y) => y == 0 || float.IsNaN(y) || FloatBits.AreSame(x, y));
    }

    /// <summary>True when the output is <c>x</c>, bit for bit.</summary>
    public bool IsX => Where(FloatBits.AreSame) == _all;

    /// <summary>True when every element is what <paramref name="eval"/> makes of it.</summary>
    public bool IsEval(EvalStep eval) => Where((x, y) => FloatBits.AreSame(eval(x, _call.Rate), y)) == _all;

    /// <summary>False when no choice of scale and drop can fit a mask.</summary>
    public bool MayBe(ulong mask) => (mask & ~_keptAtAll) == 0 && (_all & ~mask & ~_droppedAtAll) == 0;

    /// <summary>True when the kept elements are scaled, and the dropped ones replaced, by the choices of these indices.</summary>
    public bool Fits(ulong mask, int scale, int drop) => (mask & ~Kept(mask, scale)) == 0 && (_all & ~mask & ~Dropped(mask, drop, scale)) == 0;

    private ulong Kept(ulong mask, int scale) => ScaleChoices.NeedsCount(scale)
        ? Where((x, y) => FloatBits.AreSame(Scaled(x, scale, mask), y))
        : _kept[scale] ??= Where((x, y) => FloatBits.AreSame(Scaled(x, scale, _all), y));

    private ulong Dropped(ulong mask, int drop, int scale) => ScaleChoices.NeedsCount(scale)
        ? Where((x, y) => FloatBits.AreSame(DropChoices.All[drop].Apply(x, value => Scaled(value, scale, mask)), y))
        : _dropped[drop, scale] ??= Where((x, y) => FloatBits.AreSame(DropChoices.All[drop].Apply(x, value => Scaled(value, scale, _all)), y));

    private float Scaled(float x, int scale, ulong mask) =>
        ScaleChoices.All[scale].Apply(x, _call.Rate, (double)BitOperations.PopCount(mask) / _call.X.Length);

    private ulong Where(Func<float, float, bool> fits)
    {
        ulong bits = 0;
        for (int i = 0; i < _output.Length; i++)
            if (fits(_call.X[i], _output[i]))
                bits |= 1ul << i;
        return bits;
    }
}
