using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Names the rows of a grid.</summary>
internal static class RowNames
{
    // What fits left of a panel.
    private const int Longest = 8;

    /// <summary>Makes the axis: the names where all of them fit, else their numbers from 1.</summary>
    public static Axis Axis(IReadOnlyList<string> names)
    {
        bool areShort = names.All(name => name.Length <= Longest);
        int rows = Math.Max(1, names.Count);
        return new(areShort ? "" : "row", rows - 0.5, -0.5) { Names = [.. names.Select((name, row) => ((double)row, areShort ? name : Invariant($"{row + 1}")))] };
    }
}
