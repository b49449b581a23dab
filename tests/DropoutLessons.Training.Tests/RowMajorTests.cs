namespace DropoutLessons.Training.Tests;

/// <summary>Checks the products against sums written out, to the last bit.</summary>
public sealed class RowMajorTests
{
    // Longer than two registers, with a rest; some elements are 0.
    private const int Rows = 3, Inner = 5, Columns = 21;

    private static readonly float[] s_a = [.. PrngKey.FromSeed(1).Uniform(Rows * Inner).Select(u => u < 0.3f ? 0 : u - 0.6f)];
    private static readonly float[] s_b = [.. PrngKey.FromSeed(2).Uniform(Inner * Columns).Select(u => u - 0.5f)];
    private static readonly float[] s_c = [.. PrngKey.FromSeed(3).Uniform(Rows * Columns)];

    [Fact]
    public void A_product_is_added_in_the_order_of_the_inner_index()
    {
        float[] sum = [.. s_c], expected = [.. s_c];

        RowMajor.AddProduct(s_a, s_b, sum, Inner);

        for (int i = 0; i < expected.Length; i++)
            for (int k = 0; k < Inner; k++)
                expected[i] += s_a[(i / Columns * Inner) + k] * s_b[(k * Columns) + (i % Columns)];
        Assert.Equal(expected, sum);
    }

    [Fact]
    public void A_product_with_the_transpose_is_that_of_the_transposed_matrix()
    {
        float[] sum = new float[Inner * Columns], expected = new float[Inner * Columns];

        RowMajor.AddTransposedProduct(s_a, s_c, sum, Inner);

        RowMajor.AddProduct(RowMajor.Transpose(s_a, Inner), s_c, expected, Rows);
        Assert.Equal(expected, sum);
        Assert.Contains(sum, value => value != 0);
    }

    [Fact]
    public void A_transpose_exchanges_rows_and_columns() =>
        Assert.Equal([1, 4, 2, 5, 3, 6], RowMajor.Transpose([1, 2, 3, 4, 5, 6], 3));

    [Fact]
    public void Rows_are_added_up()
    {
        float[] sum = [100, 200, 300];

        RowMajor.AddRows([1, 2, 3, 4, 5, 6], sum);

        Assert.Equal([105, 207, 309], sum);
    }
}
