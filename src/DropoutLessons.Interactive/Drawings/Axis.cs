using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Describes an axis.</summary>
/// <param name="Title">what is measured along it; empty to leave the axis out</param>
/// <param name="From">value at its start: left, or below</param>
/// <param name="To">value at its end; below <paramref name="From"/> where the axis runs the other way</param>
internal sealed record Axis(string Title, double From, double To)
{
    private const int MostSteps = 7;

    /// <summary>Names in place of numbers; null for numbers.</summary>
    public IReadOnlyList<(double At, string Text)>? Names { get; init; }

    /// <summary>Whether only whole numbers have a meaning on it.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Distance of two ticks.</summary>
    public double Step => IsWhole ? Math.Max(1, RoundStep(Math.Abs(To - From))) : RoundStep(Math.Abs(To - From));

    /// <summary>True for an axis that only carries the layout of a diagram.</summary>
    public bool IsHidden => Title.Length == 0 && Names is null;

    /// <summary>Makes an axis that counts elements from 0, half a step of room at each end.</summary>
    public static Axis Counting(string title, double first, double last) => new(title, first - 0.6, last + 0.6) { IsWhole = true };

    /// <summary>Makes an axis around values, with a little room; it starts at 0 for bars, whose length is read from there.</summary>
    /// <param name="title">what is measured</param>
    /// <param name="values">what must be seen; values that are not finite are passed over</param>
    /// <param name="isFromZero">whether 0 must be on it</param>
    public static Axis Around(string title, IEnumerable<double> values, bool isFromZero)
    {
        double[] seen = [.. values.Where(double.IsFinite), .. isFromZero ? [0.0] : Array.Empty<double>()];
        double low = seen.DefaultIfEmpty(0).Min(), high = seen.DefaultIfEmpty(0).Max(), room = (high - low) * 0.06;
        if (high - low <= Math.Abs(high) * 1e-12)
            room = Math.Max(Math.Abs(high) * 0.5, 0.5);
        return new(title, isFromZero && low == 0 ? 0 : low - room, isFromZero && high == 0 ? 0 : high + room);
    }

    /// <summary>Places labels at round numbers, or at the names.</summary>
    public IReadOnlyList<(double At, string Text)> Ticks()
    {
        if (Names is not null)
            return Names;
        double low = Math.Min(From, To), high = Math.Max(From, To), step = Step;
        var ticks = new List<(double, string)>();
        for (double i = Math.Ceiling(low / step); i * step <= high + (step * 1e-9); i++)
            ticks.Add((i * step, Text(i * step, step)));
        return ticks;
    }

    private static double RoundStep(double length)
    {
        double rough = length / MostSteps, power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * new[] { 1.0, 2, 5, 10 }.First(factor => factor * power >= rough * 0.999);
    }

    private static string Text(double value, double step) =>
        Math.Abs(value) >= 1e6 || step < 1e-5 ? Invariant($"{value:0.##e0}") : Invariant($"{Math.Round(value, 6) + 0.0:0.######}");
}
