namespace DropoutLessons.Grading;

/// <summary>Draws the masks of one answer, call by call, with what it remembers between calls.</summary>
internal sealed class MaskSource(Memory memory, KeyStep key, MaskStep mask)
{
    private double? _firstSeed;
    private ulong? _firstMask;
    private uint _drawn;

    /// <summary>Returns the mask of the next call that draws one: bit i for element i.</summary>
    public ulong Next(DropoutCall call)
    {
        double seed = memory == Memory.Fresh ? call.Seed : _firstSeed ??= call.Seed;
        uint count = memory == Memory.Rngs ? _drawn++ : 0;
        if (memory == Memory.Mask && _firstMask is { } known)
            return known;
        ulong drawn = mask(Draw(key, seed, count, call));
        _firstMask ??= drawn;
        return drawn;
    }

    /// <summary>Says what a mask is drawn from.</summary>
    public static MaskDraw Draw(KeyStep key, double seed, uint count, DropoutCall call) =>
        new(key(seed, count), later => key(seed, unchecked(count + later)), call.Rate, call.X.Length);
}
