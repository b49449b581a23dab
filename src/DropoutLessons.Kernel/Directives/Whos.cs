using Microsoft.CodeAnalysis.Scripting;

namespace DropoutLessons.Kernel;

/// <summary>Is a line of the list of variables.</summary>
/// <param name="Name">the variable</param>
/// <param name="Type">its type as C# writes it</param>
/// <param name="Value">the beginning of its value</param>
internal sealed record Whos(string Name, string Type, string Value)
{
    private const int LongestValue = 80;

    public static Whos Row(ScriptVariable variable)
    {
        string value = PlainText.Of(DisplayModel.Of(variable.Value, depth: 1));
        return new(variable.Name, TypeNames.Of(variable.Type), value.Length <= LongestValue ? value : $"{value[..LongestValue]}…");
    }
}
