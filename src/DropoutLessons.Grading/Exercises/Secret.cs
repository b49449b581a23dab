using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DropoutLessons.Grading;

/// <summary>Is a teacher's secret, from which the arguments of hidden probes are drawn.</summary>
/// <remarks>Equal secrets draw equal arguments on every machine; without the secret they cannot be foretold.</remarks>
public sealed class Secret
{
    private readonly byte[] _bytes;

    /// <summary>Takes over the secret.</summary>
    /// <param name="bytes">at least 16 bytes, such as the content of a key file</param>
    /// <exception cref="ArgumentException">There are fewer than 16 bytes: they could be guessed.</exception>
    public Secret(ReadOnlySpan<byte> bytes) =>
        _bytes = bytes.Length >= 16 ? bytes.ToArray()
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The secret has {bytes.Length} bytes; it needs at least 16, or it could be guessed. Make one with: head -c 32 /dev/urandom > secret"), nameof(bytes));

    /// <summary>Starts the draws of one purpose; draws of different purposes have nothing to do with each other.</summary>
    /// <param name="purpose">such as an exercise's id</param>
    public Draw For(string purpose)
    {
        byte[] hash = HMACSHA256.HashData(_bytes, Encoding.UTF8.GetBytes(purpose));
        return new(new PrngKey(BitConverter.ToUInt32(hash, 0), BitConverter.ToUInt32(hash, 4)));
    }
}

/// <summary>Draws arguments of hidden probes, one after the other.</summary>
/// <param name="key">where the draws come from; equal keys draw equal arguments</param>
public sealed class Draw(PrngKey key)
{
    private readonly RngStream _stream = new("probes", key);

    /// <summary>Draws a whole number from [<paramref name="least"/>, <paramref name="most"/>].</summary>
    public int Whole(int least, int most) => least + (int)(_stream.NextKey().Bits(1)[0] % ((uint)(most - least) + 1));

    /// <summary>Draws a number with two decimals from [<paramref name="least"/>, <paramref name="most"/>].</summary>
    public double Number(double least, double most) => Math.Round(least + (Whole(0, 1000) / 1000.0 * (most - least)), 2);

    /// <summary>Draws a rate with two decimals from 0.05 to 0.95 that is far enough from 0.5 to show a wrong p.</summary>
    public double Rate() => Whole(0, 1) == 0 ? Number(0.1, 0.35) : Number(0.65, 0.9);

    /// <summary>Draws a seed from [0, 2^31).</summary>
    public int Seed() => Whole(0, int.MaxValue - 1);

    /// <summary>Draws activations of both signs, none 0: uniformly from [-4, 4) in steps of 2^-20.</summary>
    public float[] Activations(int count) => Array.ConvertAll(_stream.NextKey().Uniform(count), u => u == 0.5f ? 0.25f : (u * 8) - 4);

    /// <summary>Draws numbers evenly from [0, 1).</summary>
    public float[] Uniform(int count) => _stream.NextKey().Uniform(count);
}
