namespace DropoutLessons;

/// <summary>Draws what the lessons talk about; every result is a <see cref="Picture"/> that front ends show by themselves.</summary>
/// <remarks>Pure: equal arguments give equal pictures.</remarks>
public static class Show
{
    /// <summary>Draws a mask, row by row, beside the number of kept elements and the band it is expected in.</summary>
    /// <param name="mask">true where an element is kept</param>
    /// <param name="rate">fraction that should be dropped on average, in [0, 1]</param>
    /// <param name="columns">elements in a row; about a square when 0</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is outside [0, 1] or <paramref name="columns"/> is negative.</exception>
    public static Picture Mask(bool[] mask, double rate, int columns = 0) => MaskPicture.Draw(mask, rate, columns);

    /// <summary>Draws activations before and after dropout on one scale, the dropped ones marked.</summary>
    /// <param name="x">activations before</param>
    /// <param name="y">activations after, as many</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Picture Activations(float[] x, float[] y) => ActivationsPicture.Draw(x, y);

    /// <summary>Draws how the mean output, averaged over more and more calls, stands to the mean input and to the band it is expected in.</summary>
    /// <param name="x">activations before</param>
    /// <param name="rate">fraction dropped on average, in [0, 1)</param>
    /// <param name="forward">computes the output of one call; its argument counts the calls from 0</param>
    /// <param name="calls">number of calls, at least 1</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is outside [0, 1) or <paramref name="calls"/> is below 1.</exception>
    public static Picture MeanKept(float[] x, double rate, Func<int, float[]> forward, int calls = 200) => MeanKeptPicture.Draw(x, rate, forward, calls);
}
