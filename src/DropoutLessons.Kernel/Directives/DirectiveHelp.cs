namespace DropoutLessons.Kernel;

/// <summary>Says which directives there are, and why others are not.</summary>
internal static class DirectiveHelp
{
    private static readonly (string Name, string Use)[] s_known =
    [
        ("#r \"file.dll\"", "use a library"),
        ("#r \"project.csproj\"", "build a project and use it"),
        ("#r \"nuget: Name, 1.2.3\"", "restore a package and use it; without a version the newest"),
        ("#i \"nuget: address\"", "look for packages there, too"),
        ("#!import file", "run a .cs, .csx, .dib or .ipynb file here; #load does the same"),
        ("#!whos", "show the variables with type and value; #!who their names"),
        ("#!time", "show how long the cell took"),
        ("#!markdown, #!html, #!javascript", "show the rest of the cell as that"),
        ("#!csharp", "go on in C#"),
        ("#!about", "show versions"),
        ("#!lsmagic", "show this list"),
    ];

    private static readonly Dictionary<string, string> s_missing = new(StringComparer.OrdinalIgnoreCase)
    {
        ["fsharp"] = "F#",
        ["f#"] = "F#",
        ["pwsh"] = "PowerShell",
        ["powershell"] = "PowerShell",
        ["sql"] = "SQL",
        ["kql"] = "KQL",
        ["python"] = "Python",
        ["mermaid"] = "Mermaid",
    };

    /// <summary>Every directive with a few words.</summary>
    public static string List { get; } = string.Join('\n', s_known.Select(entry => $"{entry.Name,-34}{entry.Use}"));

    /// <summary>Completes a line that begins with <c>#!</c>; null where the cursor stands elsewhere.</summary>
    public static CompletionResult? Complete(string code, int position)
    {
        int start = position > 0 ? code.LastIndexOf('\n', position - 1) + 1 : 0;
        string line = code[start..position];
        if (!line.TrimStart().StartsWith("#!", StringComparison.Ordinal) || line.TrimEnd().Contains(' ', StringComparison.Ordinal))
            return null;
        start += line.IndexOf('#', StringComparison.Ordinal);
        string typed = code[start..position];
        return new(start, position, [.. s_known.SelectMany(entry => entry.Name.Split(", ")).Where(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Select(name => new CompletionEntry(name.Split(' ')[0], "keyword"))]);
    }

    /// <summary>Says why a directive cannot be carried out and what can.</summary>
    public static string Explain(string name)
    {
        if (s_missing.TryGetValue(name, out string? language))
            return $"#!{name}: this kernel runs C# only, and {language} needs a kernel of its own. Take the cell out, or open the notebook with a kernel for {language}.";
        string known = name.ToLowerInvariant() switch
        {
            "set" or "share" or "value" => " Values are not shared between kernels here: declare a variable, var x = …;",
            "connect" => " Further kernels cannot be attached.",
            "who-s" or "vars" or "variables" => " The variables are shown by #!whos.",
            _ => "",
        };
        return $"#!{name} is not a directive of this kernel.{known} There are:\n{List}";
    }
}
