using System.Globalization;

namespace DropoutLessons;

/// <summary>Makes the controls of the lessons: pictures with sliders and switches that work in a saved notebook and in the book, without a kernel.</summary>
/// <remarks>
/// The page computes the very bits of <see cref="PrngKey"/> by itself. A control starts from the state its arguments name, which it shows as one line such as
/// "era=0.12 seed=7 rate=0.3 call=2"; <see cref="LiveControl.From"/> takes such a line back. Call number c of a control uses the key <c>fold_in(key(seed), c)</c>, as
/// <see cref="MyDropout"/> over a new <c>Rngs(seed)</c> does. Pure: equal arguments give equal controls.
/// </remarks>
public static class Live
{
    private const int MostValues = 64;

    /// <summary>Shows a mask as a comparison: the uniform numbers of a draw and a threshold to move.</summary>
    /// <param name="seed">seed of the key, from -(2^53 - 1) to 2^53 - 1</param>
    /// <param name="rate">fraction dropped on average, in [0, 1]</param>
    /// <param name="count">number of elements, from 1 to 48</param>
    /// <exception cref="ArgumentException">An argument is out of its range; the message names it.</exception>
    public static LiveControl Threshold(long seed = 7, double rate = 0.3, int count = 16) => Make("threshold", seed, rate, $"n={count}");

    /// <summary>Shows rate and keep probability as two sliders that sum to 1, beside the number kept and the band it is expected in.</summary>
    /// <param name="seed">seed of the key, from -(2^53 - 1) to 2^53 - 1</param>
    /// <param name="rate">fraction dropped on average, in [0, 1]</param>
    /// <param name="count">number of elements, from 1 to 400</param>
    /// <exception cref="ArgumentException">An argument is out of its range; the message names it.</exception>
    public static LiveControl Rate(long seed = 7, double rate = 0.3, int count = 200) => Make("rate", seed, rate, $"n={count}");

    /// <summary>Shows the mean output at evaluation, in one call and over many, with the factor of kept elements to choose.</summary>
    /// <param name="x">activations, from 1 to 64 finite values</param>
    /// <param name="seed">seed of the keys, from -(2^53 - 1) to 2^53 - 1</param>
    /// <param name="rate">fraction dropped on average, in [0.05, 0.95]</param>
    /// <exception cref="ArgumentException">An argument is out of its range; the message names it.</exception>
    public static LiveControl Rescale(float[] x, long seed = 7, double rate = 0.3) => Make("rescale", seed, rate, "", Checked(x));

    /// <summary>Shows how the outputs of one value are distributed, and their variance over the rate.</summary>
    /// <param name="x">the value, in [0.1, 4]</param>
    /// <param name="seed">seed of the key, from -(2^53 - 1) to 2^53 - 1</param>
    /// <param name="rate">fraction dropped on average, in [0, 0.95]</param>
    /// <param name="count">number of outputs, from 1 to 400</param>
    /// <exception cref="ArgumentException">An argument is out of its range; the message names it.</exception>
    public static LiveControl Variance(double x = 1, long seed = 7, double rate = 0.3, int count = 200) =>
        Make("variance", seed, rate, string.Create(CultureInfo.InvariantCulture, $"x={x} n={count}"));

    /// <summary>Shows a layer's output in training and at evaluation, switched by a number as the exercise does.</summary>
    /// <param name="x">activations, from 1 to 64 finite values</param>
    /// <param name="seed">seed of the key, from -(2^53 - 1) to 2^53 - 1</param>
    /// <param name="rate">fraction dropped on average, in [0, 1]</param>
    /// <exception cref="ArgumentException">An argument is out of its range; the message names it.</exception>
    public static LiveControl Flag(float[] x, long seed = 7, double rate = 0.3) => Make("flag", seed, rate, "", Checked(x));

    /// <summary>Shows how a counter folds into a base key, call by call.</summary>
    /// <param name="seed">seed of the base key, from -(2^53 - 1) to 2^53 - 1</param>
    /// <param name="rate">fraction dropped on average, in [0, 1]</param>
    /// <exception cref="ArgumentException">An argument is out of its range; the message names it.</exception>
    public static LiveControl Key(long seed = 7, double rate = 0.3) => Make("key", seed, rate, "");

    /// <summary>Shows the streams of an <see cref="DropoutLessons.Rngs"/> with their counters, and which draw moves the next mask.</summary>
    /// <param name="seed">seed of the first stream, from -(2^53 - 1) to 2^53 - 1; where there are two, the second has the next seed</param>
    /// <param name="rate">fraction dropped on average, in [0, 1]</param>
    /// <exception cref="ArgumentException">An argument is out of its range; the message names it.</exception>
    public static LiveControl Streams(long seed = 7, double rate = 0.3) => Make("streams", seed, rate, "");

    /// <summary>Steps through calls: masks of fresh keys, or of one key frozen when the function was traced.</summary>
    /// <param name="seed">seed of the base key, from -(2^53 - 1) to 2^53 - 1</param>
    /// <param name="rate">fraction dropped on average, in [0, 1]</param>
    /// <param name="count">number of elements, from 1 to 32</param>
    /// <exception cref="ArgumentException">An argument is out of its range; the message names it.</exception>
    public static LiveControl Calls(long seed = 7, double rate = 0.3, int count = 16) => Make("calls", seed, rate, $"n={count}");

    /// <summary>Shows the 32 bits of a uniform number, of the threshold, and of the two ways to compute a kept element.</summary>
    /// <param name="x">the element, in [-4, 4]; rounded to float32</param>
    /// <param name="seed">seed of the key, from -(2^53 - 1) to 2^53 - 1</param>
    /// <param name="rate">fraction dropped on average, in [0, 1]</param>
    /// <exception cref="ArgumentException">An argument is out of its range; the message names it.</exception>
    public static LiveControl Bits(double x = 0.6, long seed = 7, double rate = 0.1) => Make("bits", seed, rate, string.Create(CultureInfo.InvariantCulture, $"x={x}"));

    /// <summary>Shows what becomes of zeros of both signs, infinities, NaN, subnormal and huge numbers, by selecting and by multiplying.</summary>
    /// <param name="seed">seed of the key, from -(2^53 - 1) to 2^53 - 1</param>
    /// <param name="rate">fraction dropped on average, in [0, 1]</param>
    /// <exception cref="ArgumentException">An argument is out of its range; the message names it.</exception>
    public static LiveControl Edges(long seed = 56, double rate = 0.3) => Make("edges", seed, rate, "");

    /// <summary>Shows a matrix mask whose coins count for single elements, for whole columns or for whole rows.</summary>
    /// <param name="rows">rows, from 1 to 16</param>
    /// <param name="columns">columns, from 1 to 24</param>
    /// <param name="seed">seed of the key, from -(2^53 - 1) to 2^53 - 1</param>
    /// <param name="rate">fraction dropped on average, in [0, 1]</param>
    /// <exception cref="ArgumentException">An argument is out of its range; the message names it.</exception>
    public static LiveControl Broadcast(int rows = 6, int columns = 12, long seed = 7, double rate = 0.3) => Make("broadcast", seed, rate, $"rows={rows} columns={columns}");

    private static LiveControl Make(string view, long seed, double rate, string more, float[]? x = null) =>
        new(view, string.Create(CultureInfo.InvariantCulture, $"seed={seed} rate={rate} {more}"), x ?? []);

    private static float[] Checked(float[] x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Length is 0 or > MostValues)
            throw new ArgumentException($"x has {x.Length} elements; a control draws from 1 to {MostValues}. Hand it a part, such as x[..{MostValues}].", nameof(x));
        return x.FirstOrDefault(value => !float.IsFinite(value), 0) is var odd && odd == 0 ? x
            : throw new ArgumentException($"x holds {odd.ToString(CultureInfo.InvariantCulture)}, which has no place on a scale; Live.Edges shows such values.", nameof(x));
    }
}
