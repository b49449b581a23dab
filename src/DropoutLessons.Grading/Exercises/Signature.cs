using System.Reflection;
using System.Runtime.CompilerServices;

namespace DropoutLessons.Grading;

/// <summary>Describes the function an exercise asks for.</summary>
/// <param name="Result">what it returns</param>
/// <param name="Parameters">what it takes, with the names messages use</param>
public sealed record Signature(Type Result, IReadOnlyList<(string Name, Type Type)> Parameters)
{
    /// <summary>Reads the signature of a function; a lambda's parameters keep their names.</summary>
    public static Signature Of(Delegate function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Of(function.Method);
    }

    /// <summary>Reads the signature of a method or of a delegate's Invoke.</summary>
    public static Signature Of(MethodInfo method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return new(method.ReturnType, [.. method.GetParameters().Select(parameter => (parameter.Name ?? "", parameter.ParameterType))]);
    }

    /// <summary>Writes the signature as a learner would, such as <c>bool[] Mask(float[] u, double rate)</c>.</summary>
    public string Text(string functionName) =>
        $"{NameOf(Result)} {functionName}({string.Join(", ", Parameters.Select(parameter => $"{NameOf(parameter.Type)} {parameter.Name}"))})";

    /// <summary>True when a function with the other signature can be called like one with this.</summary>
    public bool Fits(Signature other) =>
        other is not null && Result.IsAssignableFrom(other.Result) && Parameters.Select(parameter => parameter.Type).SequenceEqual(other.Parameters.Select(parameter => parameter.Type));

    internal static string NameOf(Type type)
    {
        if (type.IsArray)
            return $"{NameOf(type.GetElementType()!)}[]";
        if (type.IsAssignableTo(typeof(ITuple)))
            return $"({string.Join(", ", type.GetGenericArguments().Select(NameOf))})";
        if (type.IsGenericType)
            return $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>";
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => "bool",
            TypeCode.Int32 => "int",
            TypeCode.UInt32 => "uint",
            TypeCode.Int64 => "long",
            TypeCode.Single => "float",
            TypeCode.Double => "double",
            TypeCode.String => "string",
            _ => type == typeof(void) ? "void" : type == typeof(object) ? "object" : type.Name,
        };
    }
}
