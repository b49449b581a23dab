using System.Text.RegularExpressions;

namespace DropoutLessons.Kernel;

/// <summary>Is a line that tells the kernel to do something.</summary>
/// <param name="Name">what to do: "r", "i", "load", or the word after <c>#!</c></param>
/// <param name="Argument">what to do it with; without quotes</param>
internal sealed partial record DirectivePart(string Name, string Argument) : CellPart
{
    /// <summary>Whether the line only says that C# follows.</summary>
    public bool IsCSharp => Name.Equals("csharp", StringComparison.OrdinalIgnoreCase) || Name.Equals("c#", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a line; null where the compiler is to deal with it.</summary>
    public static DirectivePart? Parse(string line)
    {
        var magic = Magic().Match(line);
        if (magic.Success)
            return new(magic.Groups[1].Value, Unquoted(magic.Groups[2].Value));
        var reference = Reference().Match(line);
        if (!reference.Success)
            return null;
        var directive = new DirectivePart(reference.Groups[1].Value, reference.Groups[2].Value.Trim());
        // Plain assemblies are the compiler's: it knows where in the cell they may stand.
        return directive.Name != "r" || PackageReference.TryParse(directive.Argument, out _) || directive.Argument.EndsWith("proj", StringComparison.OrdinalIgnoreCase) ? directive : null;
    }

    private static string Unquoted(string argument) => argument.Trim() is ['"', .. var inner, '"'] ? inner : argument.Trim();

    [GeneratedRegex(@"^\s*#!\s*([\w#-]+)\s*(.*)$")]
    private static partial Regex Magic();

    [GeneratedRegex(@"^\s*#\s*(r|i|load)\s+""([^""]*)""")]
    private static partial Regex Reference();
}
