using CsCheck;

namespace DropoutLessons.Core.Tests.Dropout;

/// <summary>Checks packed masks against arrays of bools.</summary>
public sealed class PackedBitsTests
{
    [Fact]
    public void Copying_and_filling_runs_of_bits_is_copying_and_filling_bools() =>
        Gen.Select(Gen.Bool.Array[300], Gen.Bool.Array[300], Gen.Int[0, 299], Gen.Int[0, 299], Gen.Int[0, 300], Gen.Bool).Sample((source, destination, from, to, length, value) =>
        {
            int count = Math.Min(length, 300 - Math.Max(from, to));
            byte[] packedSource = Packed(source), packed = Packed(destination), filled = Packed(destination);
            bool[] wanted = [.. destination], wantedFilled = [.. destination];
            Array.Copy(source, from, wanted, to, count);
            Array.Fill(wantedFilled, value, to, count);

            PackedBits.Copy(packedSource, from, packed, to, count);
            PackedBits.Fill(filled, to, count, value);

            return PackedBits.Unpack(packed, 300).SequenceEqual(wanted) && PackedBits.Unpack(filled, 300).SequenceEqual(wantedFilled);
        });

    [Fact]
    public void A_mask_with_broadcast_dimensions_repeats_the_coins_of_the_reduced_shape() =>
        Gen.Select(Gen.Int[0, 6].Array[1, 4], Gen.Int[-4, 3].Array[0, 3], Gen.UInt).Sample((shape, dims, seed) =>
        {
            int[] broadcast = [.. dims.Where(dim => dim >= -shape.Length && dim < shape.Length)];
            int[] reduced = [.. shape];
            foreach (int dim in broadcast)
                reduced[dim < 0 ? dim + shape.Length : dim] = 1;
            bool[] coins = PrngKey.FromSeed(seed).Bernoulli(0.5, reduced.Aggregate(1, (size, dim) => size * dim));

            var mask = DropoutMask.Draw(PrngKey.FromSeed(seed), 0.5, shape, broadcast, JaxVersion.Formula).Kept;

            for (int i = 0; i < mask.Length; i++)
                if (mask[i] != coins[Reduced(i, shape, reduced)])
                    return false;
            return mask.Length == shape.Aggregate(1, (size, dim) => size * dim);
        });

    [Fact]
    public void A_mask_of_the_wrong_length_is_named_with_the_right_one()
    {
        var e = Assert.Throws<ArgumentException>(() => InvertedDropout.Backward(new float[9], new byte[1], 0.3, JaxVersion.Formula, new float[9]));

        Assert.StartsWith("The packed mask has 1 bytes; x has 9 elements, a bit each, which is 2 bytes.", e.Message, StringComparison.Ordinal);
    }

    private static byte[] Packed(bool[] values)
    {
        var bits = new byte[PackedBits.Length(values.Length)];
        PackedBits.Pack(values, bits);
        return bits;
    }

    private static int Reduced(int index, int[] shape, int[] reduced)
    {
        int result = 0, stride = 1;
        for (int dim = shape.Length - 1; dim >= 0; dim--)
        {
            result += (reduced[dim] == 1 ? 0 : index % shape[dim]) * stride;
            index /= shape[dim];
            stride *= reduced[dim];
        }
        return result;
    }
}
