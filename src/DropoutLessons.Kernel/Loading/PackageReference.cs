using System.Text.RegularExpressions;

namespace DropoutLessons.Kernel;

/// <summary>Names a NuGet package.</summary>
/// <param name="Name">its id</param>
/// <param name="Version">version or range; "*" for the newest stable one</param>
internal sealed partial record PackageReference(string Name, string Version)
{
    /// <summary>Reads what stands in <c>#r "nuget: Name, version"</c>.</summary>
    public static bool TryParse(string argument, out PackageReference reference)
    {
        var match = Nuget().Match(argument);
        string version = match.Groups[2].Value.Trim();
        reference = new(match.Groups[1].Value, version.Length > 0 ? version : "*");
        return match.Success;
    }

    public override string ToString() => Version == "*" ? Name : $"{Name} {Version}";

    [GeneratedRegex(@"^\s*nuget\s*:\s*([\w.-]+)\s*(?:,\s*(.*))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Nuget();
}
