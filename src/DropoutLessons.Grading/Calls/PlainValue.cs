using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace DropoutLessons.Grading;

/// <summary>Knows the values that arguments and results may have, and carries them over a process boundary bit for bit.</summary>
/// <remarks>
/// Plain are null, bool, int, uint, long, float, double, string, <see cref="PrngKey"/>, <see cref="CandidateReference"/>, arrays of these, and <c>object?[]</c> for
/// what belongs together (a tuple, the results of several calls). Needs nothing else of the grader, so that a worker can compile this file alone.
/// </remarks>
public static class PlainValue
{
    /// <summary>Copies a value so that later changes of arrays do not reach it; tuples become <c>object?[]</c>.</summary>
    /// <exception cref="ArgumentException">The value is not plain; the text names its type.</exception>
    public static object? Copy(object? value) => value switch
    {
        null or bool or int or uint or long or float or double or string or PrngKey or CandidateReference => value,
        object?[] values when values.GetType() == typeof(object[]) => Array.ConvertAll(values, Copy),
        bool[] or int[] or uint[] or long[] or float[] or double[] or string[] or PrngKey[] => ((Array)value).Clone(),
        ITuple tuple => Enumerable.Range(0, tuple.Length).Select(i => Copy(tuple[i])).ToArray(),
        _ => throw new ArgumentException($"A value of type {value.GetType().Name} came back. Return numbers, flags, text, keys or arrays of them."),
    };

    /// <summary>Writes a value as JSON of the form <c>{"type": "float[]", "value": ["3f800000"]}</c>; floating-point numbers are their bits in hexadecimal.</summary>
    /// <exception cref="ArgumentException">The value is not plain.</exception>
    public static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        object?[] values when values.GetType() == typeof(object[]) => Tagged("object[]", new JsonArray([.. values.Select(ToJson)])),
        Array values => Tagged($"{NameOf(values.GetType().GetElementType()!)}[]", new JsonArray([.. values.Cast<object>().Select(element => (JsonNode?)Scalar(element))])),
        _ => Tagged(NameOf(value.GetType()), Scalar(value)),
    };

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">The JSON has another form.</exception>
    public static object? FromJson(JsonNode? json)
    {
        if (json is null)
            return null;
        try
        {
            string type = (string)json["type"]!;
            var value = json["value"]!;
            if (type == "object[]")
                return value.AsArray().Select(FromJson).ToArray();
            return type.EndsWith("[]", StringComparison.Ordinal) ? ReadArray(type[..^2], value.AsArray()) : Read(type, (string)value!);
        }
        catch (Exception e) when (e is InvalidOperationException or NullReferenceException or ArgumentException or OverflowException)
        {
            throw new FormatException($"This is no plain value: {e.Message}", e);
        }
    }

    private static JsonObject Tagged(string type, JsonNode value) => new() { ["type"] = type, ["value"] = value };

    private static string NameOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "bool",
        TypeCode.Int32 => "int",
        TypeCode.UInt32 => "uint",
        TypeCode.Int64 => "long",
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        TypeCode.String => "string",
        _ when type == typeof(PrngKey) => "key",
        _ when type == typeof(CandidateReference) => "candidate",
        _ => throw new ArgumentException($"{type.Name} is not a plain type."),
    };

    private static string Scalar(object value) => value switch
    {
        float number => BitConverter.SingleToUInt32Bits(number).ToString("x8", CultureInfo.InvariantCulture),
        double number => BitConverter.DoubleToUInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture),
        PrngKey key => ((ulong)key.Hi << 32 | key.Lo).ToString("x16", CultureInfo.InvariantCulture),
        CandidateReference candidate => candidate.Number.ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static object Read(string type, string text) => type switch
    {
        "bool" => bool.Parse(text),
        "int" => int.Parse(text, CultureInfo.InvariantCulture),
        "uint" => uint.Parse(text, CultureInfo.InvariantCulture),
        "long" => long.Parse(text, CultureInfo.InvariantCulture),
        "float" => BitConverter.UInt32BitsToSingle(uint.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
        "double" => BitConverter.UInt64BitsToDouble(ulong.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
        "string" => text,
        "key" => ulong.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var key ? new PrngKey((uint)(key >> 32), (uint)key) : default,
        "candidate" => new CandidateReference(int.Parse(text, CultureInfo.InvariantCulture)),
        _ => throw new FormatException($"\"{type}\" is no plain type."),
    };

    private static Array ReadArray(string type, JsonArray elements) => type switch
    {
        "bool" => Elements<bool>(type, elements),
        "int" => Elements<int>(type, elements),
        "uint" => Elements<uint>(type, elements),
        "long" => Elements<long>(type, elements),
        "float" => Elements<float>(type, elements),
        "double" => Elements<double>(type, elements),
        "string" => Elements<string>(type, elements),
        "key" => Elements<PrngKey>(type, elements),
        _ => throw new FormatException($"\"{type}[]\" is no plain type."),
    };

    private static T[] Elements<T>(string type, JsonArray elements) => [.. elements.Select(element => (T)Read(type, (string)element!))];
}
