using System.Globalization;

namespace DropoutLessons;

/// <summary>Holds handwritten digits: 8 x 8 pixels each, and which digit it is.</summary>
/// <remarks>Source: "Optical Recognition of Handwritten Digits", E. Alpaydin and C. Kaynak, UCI Machine Learning Repository (doi 10.24432/C50P49), CC BY 4.0.</remarks>
public sealed class Digits
{
    /// <summary>Number of pixels of a digit.</summary>
    public const int PixelCount = 64;

    /// <summary>Number of different digits.</summary>
    public const int ClassCount = 10;

    private const int TrainingRows = 500;
    private const int FirstTestRow = 1000;

    private Digits(float[] pixels, int[] labels) => (Pixels, Labels) = (pixels, labels);

    /// <summary>The 500 digits of the lessons' training set; 30 % of their labels are wrong on purpose, so that there is something to memorise.</summary>
    public static Digits Training { get; } = Read(0, TrainingRows, (i, label) => i * 7 % 10 < 3 ? (label + 1 + (i * 13 % 9)) % 10 : label);

    /// <summary>The 797 digits of the test set, rightly labelled.</summary>
    public static Digits Test { get; } = Read(FirstTestRow, int.MaxValue, (_, label) => label);

    /// <summary>Brightness in [0, 1], shape (<see cref="Count"/>, 64), row-major.</summary>
    internal float[] Pixels { get; }

    /// <summary>The digits as labelled, 0 to 9.</summary>
    public IReadOnlyList<int> Labels { get; }

    /// <summary>Number of digits.</summary>
    public int Count => Labels.Count;

    /// <summary>Copies the pixels of one digit: 8 x 8, row-major.</summary>
    /// <param name="index">which digit, from 0</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such digit.</exception>
    public float[] Image(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return Pixels[(index * PixelCount)..((index + 1) * PixelCount)];
    }

    private static Digits Read(int first, int count, Func<int, int, int> label)
    {
        using var stream = typeof(Digits).Assembly.GetManifestResourceStream("digits.csv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        var pixels = new List<float>();
        var labels = new List<int>();
        for (int i = 0; reader.ReadLine() is { } line && i - first < count; i++)
        {
            if (i < first)
                continue;
            string[] cells = line.Split(',');
            pixels.AddRange(cells.Take(PixelCount).Select(cell => float.Parse(cell, CultureInfo.InvariantCulture) / 16f));
            labels.Add(label(i, int.Parse(cells[PixelCount], CultureInfo.InvariantCulture)));
        }
        return new([.. pixels], [.. labels]);
    }
}
