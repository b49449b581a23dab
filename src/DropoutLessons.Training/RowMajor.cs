using System.Numerics;
using System.Runtime.InteropServices;

namespace DropoutLessons;

/// <summary>Multiplies matrices that lie in memory row after row.</summary>
/// <remarks>
/// Every element is summed in the order of the inner index, product and sum rounded apart: the same bits however wide a machine's registers are. A library
/// that splits a sum over the lanes of a register gives other bits on other machines, and stored results of a lesson would differ.
/// </remarks>
internal static class RowMajor
{
    /// <summary>Adds the product of <paramref name="a"/>, shape (rows, <paramref name="inner"/>), and <paramref name="b"/>, shape (<paramref name="inner"/>, columns), to <paramref name="sum"/>.</summary>
    /// <param name="a">left factor; a 0 of it costs no time</param>
    /// <param name="b">right factor</param>
    /// <param name="sum">receives the product, shape (rows, columns)</param>
    /// <param name="inner">columns of the left factor, rows of the right one</param>
    public static void AddProduct(float[] a, float[] b, float[] sum, int inner)
    {
        int columns = b.Length / inner;
        for (int row = 0; row < a.Length / inner; row++)
            for (int k = 0; k < inner; k++)
                if (a[(row * inner) + k] is not 0 and var factor)
                    AddScaled(factor, b.AsSpan(k * columns, columns), sum.AsSpan(row * columns, columns));
    }

    /// <summary>Adds the product of the transpose of <paramref name="a"/>, shape (rows, <paramref name="width"/>), and <paramref name="b"/>, shape (rows, columns), to <paramref name="sum"/>.</summary>
    /// <param name="a">left factor, not transposed; a 0 of it costs no time</param>
    /// <param name="b">right factor</param>
    /// <param name="sum">receives the product, shape (<paramref name="width"/>, columns)</param>
    /// <param name="width">columns of the left factor</param>
    public static void AddTransposedProduct(float[] a, float[] b, float[] sum, int width)
    {
        int columns = sum.Length / width;
        for (int row = 0; row < a.Length / width; row++)
            for (int k = 0; k < width; k++)
                if (a[(row * width) + k] is not 0 and var factor)
                    AddScaled(factor, b.AsSpan(row * columns, columns), sum.AsSpan(k * columns, columns));
    }

    /// <summary>Makes the transpose of <paramref name="a"/>, whose rows have <paramref name="width"/> elements.</summary>
    public static float[] Transpose(float[] a, int width)
    {
        int rows = a.Length / width;
        return [.. Enumerable.Range(0, a.Length).Select(i => a[(i % rows * width) + (i / rows)])];
    }

    /// <summary>Adds each row of <paramref name="a"/> to <paramref name="sum"/>, which is as long as one.</summary>
    public static void AddRows(float[] a, float[] sum)
    {
        for (int i = 0; i < a.Length; i += sum.Length)
            AddScaled(1, a.AsSpan(i, sum.Length), sum);
    }

    /// <summary>Adds <paramref name="factor"/> times <paramref name="row"/> to <paramref name="sum"/>, which is as long.</summary>
    public static void AddScaled(float factor, ReadOnlySpan<float> row, Span<float> sum)
    {
        var factors = new Vector<float>(factor);
        var rows = MemoryMarshal.Cast<float, Vector<float>>(row);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(sum);
        for (int i = 0; i < sums.Length; i++)
            sums[i] += factors * rows[i];
        for (int i = sums.Length * Vector<float>.Count; i < sum.Length; i++)
            sum[i] += factor * row[i];
    }
}
