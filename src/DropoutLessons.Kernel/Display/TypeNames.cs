namespace DropoutLessons.Kernel;

/// <summary>Writes types as C# does: <c>List&lt;int&gt;</c>, <c>int[,]</c>, <c>(int, string)</c>.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(object)] = "object",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(string)] = "string",
        [typeof(void)] = "void",
    };

    /// <summary>Writes a type for people.</summary>
    public static string Of(Type type) => Write(type, isQualified: false);

    /// <summary>Writes a type for the compiler, or null where C# cannot name it, as an anonymous one.</summary>
    public static string? Source(Type type) => IsNameable(type) ? Write(type, isQualified: true) : null;

    private static string Write(Type type, bool isQualified)
    {
        if (s_keywords.TryGetValue(type, out string? keyword))
            return keyword;
        if (type.IsArray)
        {
            // C# writes the outer rank first: int[][,] is an array of int[,].
            string ranks = "";
            for (; type.IsArray; type = type.GetElementType()!)
                ranks += $"[{new string(',', type.GetArrayRank() - 1)}]";
            return Write(type, isQualified) + ranks;
        }
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Write(underlying, isQualified) + "?";
        if (type.IsByRef || type.IsPointer)
            return Write(type.GetElementType()!, isQualified) + (type.IsPointer ? "*" : "");
        if (type.IsGenericParameter)
            return type.Name;
        if (type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal))
            return "anonymous";
        var arguments = type.GetGenericArguments();
        if (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true && arguments.Length is > 1 and < 8)
            return $"({string.Join(", ", arguments.Select(argument => Write(argument, isQualified)))})";
        return Nested(type, arguments, isQualified);
    }

    private static string Nested(Type type, Type[] arguments, bool isQualified)
    {
        int outer = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        string name = type.Name.Split('`')[0];
        string own = arguments.Length > outer ? $"{name}<{string.Join(", ", arguments[outer..].Select(argument => Write(argument, isQualified)))}>" : name;
        // Types of cells are nested in a class the compiler makes for the cell, which no code can name.
        if (type.DeclaringType is { } declaring && !IsCell(declaring))
            return $"{(outer == 0 ? Write(declaring, isQualified) : Nested(declaring, arguments[..outer], isQualified))}.{own}";
        return isQualified && type.DeclaringType is null && type.Namespace is { Length: > 0 } space ? $"global::{space}.{own}" : own;
    }

    private static bool IsCell(Type type) => type.Name.StartsWith("Submission#", StringComparison.Ordinal);

    private static bool IsNameable(Type type) =>
        type.HasElementType ? IsNameable(type.GetElementType()!)
        : !type.Name.StartsWith('<') && (type.IsVisible || type.DeclaringType is { } declaring && IsCell(declaring)) && type.GetGenericArguments().All(IsNameable);
}
