using System.Collections;
using System.Text.Json;

namespace DropoutLessons.Cli.Parity;

/// <summary>Compares a result computed here with the JSON of a golden row, part by part.</summary>
internal static class ResultComparer
{
    /// <summary>Says where <paramref name="actual"/> differs from <paramref name="expected"/>; null when it does not.</summary>
    /// <param name="expected">JSON of the golden row</param>
    /// <param name="actual">arrays, keys, numbers, booleans, null, and lists and maps of these</param>
    /// <param name="where">what messages call the place</param>
    public static string? Difference(JsonElement expected, object? actual, string where)
    {
        string? difference = actual switch
        {
            null => expected.ValueKind == JsonValueKind.Null ? null : $"expected {Short(expected)}, got nothing",
            ActualArray array => expected.ValueKind == JsonValueKind.String ? array.HexDifference(expected.GetString()!)
                : expected.ValueKind == JsonValueKind.Object ? array.Difference(expected) : $"expected {Short(expected)}, got an array",
            PrngKey key => expected.ValueKind == JsonValueKind.Array && expected.Key() == key ? null : $"expected {Short(expected)}, got [{key.Hi},{key.Lo}]",
            bool flag => expected.ValueKind == (flag ? JsonValueKind.True : JsonValueKind.False) ? null : $"expected {Short(expected)}, got {flag}",
            long or int or uint => expected.ValueKind == JsonValueKind.Number && expected.GetInt64() == Convert.ToInt64(actual, null) ? null : $"expected {Short(expected)}, got {actual}",
            Within number => number.Difference(expected),
            IReadOnlyDictionary<string, object?> map => MapDifference(expected, map, where),
            IEnumerable list => ListDifference(expected, [.. list.Cast<object?>()], where),
            _ => $"got a {actual.GetType().Name}, which cannot be compared",
        };
        return difference is null || actual is IReadOnlyDictionary<string, object?> or (IEnumerable and not string) ? difference : $"{where}: {difference}";
    }

    private static string? MapDifference(JsonElement expected, IReadOnlyDictionary<string, object?> map, string where)
    {
        if (expected.ValueKind != JsonValueKind.Object)
            return $"{where}: expected {Short(expected)}, got an object";
        string[] names = [.. expected.EnumerateObject().Select(property => property.Name)];
        if (names.Except(map.Keys).Concat(map.Keys.Except(names)).FirstOrDefault() is { } lone)
            return $"{where}: \"{lone}\" is {(names.Contains(lone) ? "expected and missing" : "there and not expected")}";
        return names.Select(name => Difference(expected.GetProperty(name), map[name], where.Length == 0 ? name : $"{where}.{name}")).FirstOrDefault(difference => difference is not null);
    }

    private static string? ListDifference(JsonElement expected, object?[] list, string where)
    {
        if (expected.ValueKind != JsonValueKind.Array || expected.GetArrayLength() != list.Length)
            return $"{where}: expected {Short(expected)}, got {list.Length} items";
        return list.Select((item, i) => Difference(expected[i], item, $"{where}[{i}]")).FirstOrDefault(difference => difference is not null);
    }

    private static string Short(JsonElement value) => value.GetRawText() is { Length: > 120 } text ? text[..120] + "…" : value.GetRawText();
}

/// <summary>Is a number that must agree within a relative or an absolute tolerance.</summary>
internal sealed record Within(double Value, double Relative = 0, double Absolute = 0)
{
    public string? Difference(JsonElement expected)
    {
        double target = expected.GetDouble();
        return Math.Abs(Value - target) <= Math.Max(Absolute, Relative * Math.Abs(target)) ? null
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"expected {target} within {(Relative > 0 ? $"{Relative:P2}" : $"{Absolute}")}, got {Value}");
    }
}
