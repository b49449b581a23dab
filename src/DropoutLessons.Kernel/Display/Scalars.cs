using System.Globalization;
using System.Text;

namespace DropoutLessons.Kernel;

/// <summary>Writes the values that are one word: numbers, texts, dates.</summary>
internal static class Scalars
{
    private const string Plain = "yyyy-MM-dd HH:mm:ss";

    /// <summary>Writes <paramref name="value"/>; null when it is not of this kind. The culture of the machine makes no difference.</summary>
    public static string? Text(object value, bool isQuoted) => value switch
    {
        string s => isQuoted ? Quoted(s) : s,
        char c => isQuoted ? $"'{c}'" : c.ToString(),
        StringBuilder builder => builder.ToString(),
        bool or Enum => value.ToString(),
        DateTime time => time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? Plain : Plain + ".FFFFFFF", CultureInfo.InvariantCulture) + (time.Kind == DateTimeKind.Utc ? "Z" : ""),
        DateTimeOffset time => time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? Plain + " zzz" : Plain + ".FFFFFFF zzz", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        TimeSpan or Guid or System.Numerics.BigInteger or System.Numerics.Complex or Half or Int128 or UInt128 or nint or nuint => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        IConvertible number and not DBNull => number.ToString(CultureInfo.InvariantCulture),
        Type type => TypeNames.Of(type),
        Uri or Version or Index or Range or DBNull => value.ToString(),
        _ => null,
    };

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n")}\"";
}
