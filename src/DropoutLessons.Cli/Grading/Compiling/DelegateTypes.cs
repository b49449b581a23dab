using DropoutLessons.Grading;

namespace DropoutLessons.Cli.Grading;

/// <summary>Writes types as C#.</summary>
internal static class DelegateTypes
{
    /// <summary>Says what a submission must define for <paramref name="exercise"/>.</summary>
    public static AnswerSought Sought(Exercise exercise) =>
        new(exercise.FunctionNames, Func(exercise.Signature), exercise.Signature.Text(exercise.FunctionNames[0]), exercise.Parts);

    /// <summary>Number of parameters of a type that <see cref="Sought"/> wrote.</summary>
    public static int ParameterCount(string delegateType)
    {
        int depth = 0, count = 0;
        foreach (char c in delegateType)
        {
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            count += depth == 1 && c == ',' ? 1 : 0;
        }
        return count;
    }

    private static string Func(Signature signature) =>
        $"System.Func<{string.Join(", ", signature.Parameters.Select(parameter => parameter.Type).Append(signature.Result).Select(Name))}>";

    private static string Name(Type type) =>
        type.IsArray ? $"{Name(type.GetElementType()!)}[]"
        : type.IsGenericType ? $"{type.FullName!.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.FullName!.Replace('+', '.');
}
